import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FilmEncoders } from '../../../shared/contract/films.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { useProblem } from '../../link/use-problem.ts';
import { ProblemBlock } from '../../ui/problem-block.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { StateSign } from '../../ui/state-sign.tsx';
import { useToast } from '../../ui/toast.tsx';
import { WayChoice } from './way-choice.tsx';

const software = 'libx264';

/** What makes videos: software, or a chip of this computer that made a trial video. */
export function VideosPart() {
  const { t } = useTranslation('encoders');
  const api = useApi();
  const problem = useProblem();
  const found = useQuery(api.films.encoders.queryOptions());
  if (found.error) return <ProblemBlock problem={problem(found.error)} />;
  if (found.data) return <EncoderChoice view={found.data} />;
  return (
    <>
      <p className="small muted" role="status">
        {t('looking')}
      </p>
      <SkeletonRows />
    </>
  );
}

function EncoderChoice({ view: { chosen, items, refused } }: { view: FilmEncoders }) {
  const { t } = useTranslation('encoders');
  const formats = useFormats();
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const set = useChange(
    api.films.setEncoder.mutationOptions({
      onSuccess: (now) => {
        queries.setQueryData(api.films.encoders.queryKey(), now);
        toast({ text: t('saved', { name: nameOf(now.chosen) }) });
      },
    }),
  );
  const nameOf = (one: string) => (one === software ? t('libx264.title') : t(`name.${one}`));
  const shown = set.isPending ? (set.variables.encoder ?? chosen) : chosen;
  return (
    <div className="settings-form">
      {refused ? (
        <StateSign tone="sun">
          {t('refused', { name: nameOf(refused.encoder), date: formats.dateTime(refused.at) })}
        </StateSign>
      ) : null}
      <WayChoice
        label={t('label')}
        value={shown}
        onChange={(encoder) => set.mutate({ encoder })}
        ways={items.map((value) => ({
          value,
          title:
            value === software ? t('libx264.title') : t('hardware.title', { name: nameOf(value) }),
          text: t(value === software ? 'libx264.text' : 'hardware.text'),
          note: value === chosen ? t('inUse') : undefined,
        }))}
      />
      <p className="small muted">{t(items.length > 1 ? 'checked' : 'none')}</p>
    </div>
  );
}
