import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemText } from '../../../../shared/contract/problems.ts';
import { useStudio } from '../../../link/link-provider.tsx';
import { bringFile } from '../../../link/upload.ts';
import { useProblem } from '../../../link/use-problem.ts';
import type { Take } from './use-recorder.ts';

export type RecordedVoice = { assetId: string; durationMs: number };

/** Brings a take into the library, under a name that says when it was spoken. */
export function useKeepTake(onUse: (voice: RecordedVoice) => void) {
  const { client } = useStudio();
  const { t, i18n } = useTranslation('sound');
  const problemOf = useProblem();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemText>();

  async function keep({ file, durationMs: heardMs }: Take): Promise<void> {
    setBusy(true);
    setProblem(undefined);
    try {
      const date = new Date().toLocaleString(i18n.language, {
        dateStyle: 'medium',
        timeStyle: 'short',
      });
      const name = `${t('voice.name', { date })}.${file.name.split('.').at(-1) ?? 'webm'}`;
      const item = await bringFile(client, new File([file], name, { type: file.type }));
      if (!('assetId' in item)) return setProblem(item.problem);
      // What a browser records does not always say how long it is.
      const { durationMs = heardMs } = await client.media.get({ assetId: item.assetId });
      onUse({ assetId: item.assetId, durationMs });
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  }
  return { keep, isBusy, problem };
}
