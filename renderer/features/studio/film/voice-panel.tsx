import { useQuery } from '@tanstack/react-query';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import {
  changeVoice,
  moveVoice,
  removeVoice,
  trimVoice,
} from '../../../../shared/scene/film/edit-voices.ts';
import type { FilmVoice } from '../../../../shared/scene/film/film.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { useProblem } from '../../../link/use-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { ProblemBlock } from '../../../ui/problem-block.tsx';
import type { FilmDesk } from './film-desk.ts';
import { SecondsField } from './seconds-field.tsx';
import { SlideField } from './slide-field.tsx';

/** The voice that is worked on: when it is heard, how loud, how it begins and ends. */
export function VoicePanel({ desk, voice }: { desk: FilmDesk; voice: FilmVoice }) {
  const { t } = useTranslation('film');
  const api = useApi();
  const problem = useProblem();
  const { change, film } = desk.document;
  const asset = useQuery(
    api.media.get.queryOptions({ input: { assetId: voice.assetId }, retry: false }),
  );
  const number = film.audio.voices.indexOf(voice) + 1;
  const remove = () => {
    change((now) => removeVoice(now, voice.id));
    desk.selectVoice(undefined);
  };
  return (
    <aside className="film-side film-right" aria-label={t('voice.area')}>
      <header>
        <h2 className="cut">{t('time.voice', { number })}</h2>
      </header>
      <div className="film-fields" key={voice.id}>
        {asset.data ? <p className="small muted cut">{asset.data.name}</p> : null}
        {asset.error ? <ProblemBlock problem={problem(asset.error)} /> : null}
        <Times desk={desk} voice={voice} lengthMs={asset.data?.durationMs} />
        <Levels desk={desk} voice={voice} />
        <Button icon={<IconTrash aria-hidden />} onClick={remove}>
          {t('voice.remove')}
        </Button>
      </div>
    </aside>
  );
}

function Times({
  desk,
  voice,
  lengthMs,
}: {
  desk: FilmDesk;
  voice: FilmVoice;
  lengthMs: number | undefined;
}) {
  const { t } = useTranslation('film');
  const { change } = desk.document;
  const { id, inMs, fromMs, durationMs } = voice;
  const wholeMs = lengthMs ?? fromMs + durationMs;
  return (
    <>
      <div className="film-row">
        <span className="muted">{t('voice.inMs')}</span>
        <SecondsField
          label={t('voice.inMs')}
          valueMs={inMs}
          onChange={(ms) => change((film) => moveVoice(film, id, ms))}
        />
      </div>
      <div className="film-row">
        <span className="muted">{t('part.duration')}</span>
        <SecondsField
          label={t('part.duration')}
          valueMs={durationMs}
          onChange={(ms) => change((film) => trimVoice(film, id, 'end', ms - durationMs, wholeMs))}
        />
      </div>
      <div className="film-row">
        <span className="muted">{t('voice.fromMs')}</span>
        <SecondsField
          label={t('voice.fromMs')}
          valueMs={fromMs}
          onChange={(ms) =>
            change((film) => changeVoice(film, id, (now) => beginning(now, ms, wholeMs)))
          }
        />
      </div>
    </>
  );
}

/** Another beginning in the file; the moment in the film stays. */
function beginning(voice: FilmVoice, wishedMs: number, wholeMs: number): FilmVoice {
  const fromMs = Math.max(0, Math.min(Math.round(wishedMs), wholeMs - 200));
  return { ...voice, fromMs, durationMs: Math.min(voice.durationMs, wholeMs - fromMs) };
}

function Levels({ desk, voice }: { desk: FilmDesk; voice: FilmVoice }) {
  const { t } = useTranslation('film');
  const { change, finish } = desk.document;
  const set = (next: Partial<FilmVoice>, key: string) =>
    change(
      (film) => changeVoice(film, voice.id, (now) => ({ ...now, ...next })),
      `${key} ${voice.id}`,
    );
  return (
    <>
      <SlideField
        label={t('music.volume')}
        value={Math.round(voice.volume * 100)}
        {...{ min: 0, max: 200, step: 5 }}
        unit="%"
        onChange={(value) => set({ volume: value / 100 }, 'volume')}
        onEnd={finish}
      />
      {(['fadeInMs', 'fadeOutMs'] as const).map((key) => (
        <SlideField
          key={key}
          label={t(`music.${key}`)}
          value={voice[key] / 1000}
          {...{ min: 0, max: 5, step: 0.1 }}
          unit="s"
          onChange={(value) => set({ [key]: Math.round(value * 1000) }, key)}
          onEnd={finish}
        />
      ))}
    </>
  );
}
