import './voice.css';
import { IconMicrophone, IconMicrophoneOff, IconPlayerStopFilled } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { ProblemBlock } from '../../../ui/problem-block.tsx';
import { LevelMeter } from './level-meter.tsx';
import { TakeList } from './take-list.tsx';
import { useKeepTake, type RecordedVoice } from './use-keep-take.ts';
import { useRecorder, type RecorderState } from './use-recorder.ts';

type Props = {
  onClose: () => void;
  /** A take that was chosen, now a sound of the library. */
  onUse: (voice: RecordedVoice) => void;
  /** The film plays along while one speaks. */
  onBegin: () => void;
  onEnd: () => void;
};

/** Records a voice beside the picture: asks for the microphone, counts in, records, lets its takes be
 *  heard, and hands one over. */
export function VoiceRecorder({ onClose, onUse, onBegin, onEnd }: Props) {
  const { t } = useTranslation('sound');
  const recorder = useRecorder(onBegin, onEnd);
  const keeping = useKeepTake(onUse);
  const [chosen, choose] = useState<number>();
  const { state, takes } = recorder;
  // The newest, until another is chosen.
  const index = Math.min(chosen ?? takes.length - 1, takes.length - 1);
  const take = state.step === 'recorded' ? takes[index] : undefined;
  return (
    <section className="voice" aria-label={t('voice.title')}>
      <h2 className="field-label">{t('voice.title')}</h2>
      <Shown state={state} level={recorder.level} />
      {state.step === 'recorded' ? (
        <TakeList takes={takes} chosen={index} onChoose={choose} />
      ) : null}
      {keeping.problem ? <ProblemBlock problem={keeping.problem} /> : null}
      <div className="voice-deeds">
        {take ? (
          <Button
            kind="primary"
            autoFocus
            busy={keeping.isBusy}
            onClick={() => void keeping.keep(take)}
          >
            {t('voice.use')}
          </Button>
        ) : null}
        <Deed
          recorder={recorder}
          onStart={() => {
            choose(undefined);
            recorder.start();
          }}
        />
        {state.step === 'recording' || state.step === 'counting' ? null : (
          <Button kind="quiet" onClick={onClose}>
            {t('voice.cancel')}
          </Button>
        )}
      </div>
    </section>
  );
}

function Deed({
  recorder: { state, ask, stop },
  onStart,
}: {
  recorder: ReturnType<typeof useRecorder>;
  onStart: () => void;
}) {
  const { t } = useTranslation('sound');
  if (state.step === 'refused')
    return (
      <Button kind="primary" onClick={ask}>
        {t('voice.askAgain')}
      </Button>
    );
  if (state.step === 'recording' || state.step === 'counting')
    return (
      <Button kind="primary" autoFocus icon={<IconPlayerStopFilled aria-hidden />} onClick={stop}>
        {t('voice.stop')}
      </Button>
    );
  if (state.step === 'recorded') return <Button onClick={onStart}>{t('voice.again')}</Button>;
  return (
    <Button
      kind="primary"
      disabled={state.step !== 'ready'}
      icon={<IconMicrophone aria-hidden />}
      onClick={onStart}
    >
      {t('voice.record')}
    </Button>
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
  if (state.step === 'recorded') return <p className="muted small">{t('voice.listen')}</p>;
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
  return <span className="small">{t('voice.ready')}</span>;
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
