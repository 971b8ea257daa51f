import './voice.css';
import { IconMicrophone, IconMicrophoneOff, IconPlayerStopFilled } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemText } from '../../../../shared/contract/problems.ts';
import { useStudio } from '../../../link/link-provider.tsx';
import { bringFile } from '../../../link/upload.ts';
import { useProblem } from '../../../link/use-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ProblemBlock } from '../../../ui/problem-block.tsx';
import { LevelMeter } from './level-meter.tsx';
import { useRecorder, type RecorderState, type Take } from './use-recorder.ts';

export type RecordedVoice = { assetId: string; durationMs: number };
type Props = {
  onClose: () => void;
  /** A take that was chosen, now a sound of the library. */
  onUse: (voice: RecordedVoice) => void;
  /** The film may play along while one speaks. */
  onBegin?: () => void;
  onEnd?: () => void;
};

const nothing = () => {};

/** Records a voice: asks for the microphone, counts in, records, lets it be heard, and hands it over. */
export function VoiceRecorder({ onClose, onUse, onBegin = nothing, onEnd = nothing }: Props) {
  const { t } = useTranslation('sound');
  const recorder = useRecorder(onBegin, onEnd);
  const keeping = useKeepTake(onUse);
  const { state } = recorder;
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('voice.title')}
      widthPx={440}
      footer={<Foot recorder={recorder} keeping={keeping} onClose={onClose} />}
    >
      <div className="voice">
        <Shown state={state} level={recorder.level} />
        {keeping.problem ? <ProblemBlock problem={keeping.problem} /> : null}
      </div>
    </Dialog>
  );
}

function Shown({ state, level }: { state: RecorderState; level: () => number }) {
  const { t } = useTranslation('sound');
  if (state.step === 'asking') return <p className="muted">{t('voice.asking')}</p>;
  if (state.step === 'refused')
    return (
      <div role="alert" className="voice-refused">
        <IconMicrophoneOff aria-hidden />
        <p>{t(`voice.refused.${state.why}`)}</p>
      </div>
    );
  if (state.step === 'recorded')
    return (
      <>
        <p>{t('voice.listen')}</p>
        <audio className="voice-take" controls src={state.take.url} aria-label={t('voice.take')} />
      </>
    );
  return (
    <>
      <p className="voice-state num" role="status">
        <Moment state={state} />
      </p>
      <LevelMeter level={level} label={t('voice.level')} />
      <p className="muted small">{t('voice.hint')}</p>
    </>
  );
}

function Moment({ state }: { state: RecorderState }) {
  const { t } = useTranslation('sound');
  if (state.step === 'counting')
    return <span className="voice-count">{Math.max(1, state.left)}</span>;
  if (state.step === 'recording') return <Passed sinceAt={state.sinceAt} />;
  return <span>{t('voice.ready')}</span>;
}

function Passed({ sinceAt }: { sinceAt: number }) {
  const { t } = useTranslation('sound');
  const [nowAt, setNowAt] = useState(sinceAt);
  useEffect(() => {
    const timer = setInterval(() => setNowAt(performance.now()), 200);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.floor((nowAt - sinceAt) / 1000));
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <>
      <i className="voice-dot" aria-hidden />
      {t('voice.recording', { time })}
    </>
  );
}

type Recorder = ReturnType<typeof useRecorder>;
type Keeping = ReturnType<typeof useKeepTake>;

function Foot({
  recorder,
  keeping,
  onClose,
}: {
  recorder: Recorder;
  keeping: Keeping;
  onClose: () => void;
}) {
  const { t } = useTranslation('sound');
  const { state, ask, start, stop, again } = recorder;
  if (state.step === 'recorded')
    return (
      <>
        <Button onClick={again}>{t('voice.again')}</Button>
        <Button
          kind="primary"
          autoFocus
          busy={keeping.isBusy}
          onClick={() => void keeping.keep(state.take)}
        >
          {t('voice.use')}
        </Button>
      </>
    );
  if (state.step === 'recording')
    return (
      <Button kind="primary" autoFocus icon={<IconPlayerStopFilled aria-hidden />} onClick={stop}>
        {t('voice.stop')}
      </Button>
    );
  return (
    <>
      <Button onClick={onClose}>{t('voice.cancel')}</Button>
      {state.step === 'refused' ? (
        <Button kind="primary" onClick={ask}>
          {t('voice.askAgain')}
        </Button>
      ) : (
        <Button
          kind="primary"
          disabled={state.step !== 'ready'}
          icon={<IconMicrophone aria-hidden />}
          onClick={start}
        >
          {t('voice.record')}
        </Button>
      )}
    </>
  );
}

/** Brings a take into the library, under a name that says when it was spoken. */
function useKeepTake(onUse: (voice: RecordedVoice) => void) {
  const { client } = useStudio();
  const { t, i18n } = useTranslation('sound');
  const problemOf = useProblem();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemText>();

  async function keep({ file }: Take): Promise<void> {
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
      const { durationMs = 0 } = await client.media.get({ assetId: item.assetId });
      onUse({ assetId: item.assetId, durationMs });
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  }
  return { keep, isBusy, problem };
}
