import { IconMicrophone, IconMusicPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { filmDurationMs, type Film } from '../../../../shared/scene/film/film.ts';
import { Button } from '../../../ui/button.tsx';
import { FileButton } from '../../../ui/file-button.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { VoiceRecorder } from '../voice/voice-recorder.tsx';
import type { FilmDesk } from './film-desk.ts';
import { MusicTab } from './music-tab.tsx';
import { SlideField } from './slide-field.tsx';
import { usePlaceVoice } from './use-place-voice.ts';

const usualDuckingDb = 12;
/** So near its end the film is spoken over from its start. */
const atEndMs = 300;

/** All that is heard: voices and other sounds over the film, and the music under them. */
export function SoundTab({ desk }: { desk: FilmDesk }) {
  const { t } = useTranslation('film');
  const [isRecording, setRecording] = useState(false);
  const { voices, music } = desk.document.film.audio;
  return (
    <>
      {isRecording ? (
        <Recorder desk={desk} onClose={() => setRecording(false)} />
      ) : (
        <div className="film-sounds">
          <Button icon={<IconMicrophone aria-hidden />} onClick={() => setRecording(true)}>
            {t('voice.record')}
          </Button>
          <FileButton
            accept="audio/*"
            busy={desk.bring.isBusy}
            icon={<IconMusicPlus aria-hidden />}
            onFiles={(files) => void desk.bring.files(files)}
          >
            {t('voice.bring')}
          </FileButton>
        </div>
      )}
      {voices.length > 0 && music ? <Ducking desk={desk} /> : null}
      <h2 className="field-label">{t('left.music')}</h2>
      <MusicTab desk={desk} />
    </>
  );
}

/** Speaks over the film from the playhead, while it plays along without a sound. */
function Recorder({ desk, onClose }: { desk: FilmDesk; onClose: () => void }) {
  const place = usePlaceVoice(desk);
  const fromMs = useRef(0);
  const { transport, document } = desk;
  return (
    <VoiceRecorder
      onClose={onClose}
      onBegin={() => {
        const isAtEnd = filmDurationMs(document.film) - transport.atMs < atEndMs;
        fromMs.current = isAtEnd ? 0 : transport.atMs;
        transport.rehearse(true);
      }}
      onEnd={() => {
        transport.rehearse(false);
        transport.seek(fromMs.current);
      }}
      onUse={(voice) => {
        place(voice, fromMs.current);
        onClose();
      }}
    />
  );
}

/** Whether the music gives way to a voice, and how far. */
function Ducking({ desk }: { desk: FilmDesk }) {
  const { t } = useTranslation('film');
  const { film, change, finish } = desk.document;
  const { duckingDb } = film.audio;
  const set = (next: number, gesture?: string) =>
    change((now: Film) => ({ ...now, audio: { ...now.audio, duckingDb: next } }), gesture);
  return (
    <div className="film-fields film-ducking">
      <Switch
        checked={duckingDb > 0}
        onChange={(isOn) => set(isOn ? usualDuckingDb : 0)}
        label={t('voice.ducking')}
      />
      {duckingDb > 0 ? (
        <SlideField
          label={t('voice.duckingDepth')}
          value={duckingDb}
          {...{ min: 3, max: 24, step: 1 }}
          unit="dB"
          onChange={(value) => set(value, 'ducking')}
          onEnd={finish}
        />
      ) : null}
    </div>
  );
}
