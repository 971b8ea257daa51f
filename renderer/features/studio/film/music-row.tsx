import { useTranslation } from 'react-i18next';
import { filmDurationMs } from '../../../../shared/scene/film/film.ts';
import type { FilmDesk } from './film-desk.ts';
import { SoundWave } from './sound-wave.tsx';

const tallPx = 44;
const beatsPx = 12;

/** The music as a wave under its beats; every fourth is drawn stronger. */
export function MusicRow({ desk, scale }: { desk: FilmDesk; scale: number }) {
  const { t } = useTranslation('film');
  const { film } = desk.document;
  const durationMs = filmDurationMs(film);
  return (
    <div className="film-lane film-lane-music" role="img" aria-label={t('time.music')}>
      <svg width={durationMs * scale} height={tallPx + beatsPx} aria-hidden="true">
        {desk.beats.map((beat, index) => (
          <line
            key={beat}
            className={index % 4 === 0 ? 'film-beat film-beat-strong' : 'film-beat'}
            x1={beat * scale}
            x2={beat * scale}
            y1={0}
            y2={index % 4 === 0 ? 10 : 6}
          />
        ))}
        <SoundWave
          source={film.audio.music?.trackId}
          fromMs={film.audio.music?.startMs ?? 0}
          lengthMs={durationMs}
          {...{ scale, tallPx, topPx: beatsPx, isLooping: true }}
        />
      </svg>
    </div>
  );
}
