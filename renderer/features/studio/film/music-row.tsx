import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { filmDurationMs } from '../../../../shared/scene/film/film.ts';
import type { FilmDesk } from './film-desk.ts';
import { soundPeaks } from './sound-peaks.ts';

const tallPx = 44;
const barPx = 4;
const peaksPerSecond = 20;

/** The music as a wave under its beats; every fourth is drawn stronger. */
export function MusicRow({ desk, scale }: { desk: FilmDesk; scale: number }) {
  const { t } = useTranslation('film');
  const { film } = desk.document;
  const durationMs = filmDurationMs(film);
  const url = desk.sources?.sounds['music'];
  const peaks = useQuery({
    queryKey: ['film-peaks', url],
    queryFn: ({ signal }) => soundPeaks(url ?? '', peaksPerSecond, signal),
    enabled: url !== undefined,
    staleTime: Infinity,
    retry: false,
  });
  const startMs = film.audio.music?.startMs ?? 0;
  const wave = useMemo(
    () => wavePath(peaks.data, startMs, durationMs, scale),
    [peaks.data, startMs, durationMs, scale],
  );
  const width = durationMs * scale;
  return (
    <div className="film-lane film-lane-music" role="img" aria-label={t('time.music')}>
      <svg width={width} height={tallPx + 12} aria-hidden="true">
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
        <path className="film-wave" d={wave} />
      </svg>
    </div>
  );
}

/** One stroke for each few pixels, as high as the music is loud there; round and round where it is short. */
function wavePath(
  peaks: readonly number[] | undefined,
  startMs: number,
  durationMs: number,
  scale: number,
): string {
  const middle = 12 + tallPx / 2;
  const count = Math.min(4000, Math.floor((durationMs * scale) / barPx));
  const strokes = Array.from({ length: count }, (_, index) => {
    const x = index * barPx + 1;
    const atMs = startMs + x / scale;
    const place = Math.floor((atMs / 1000) * peaksPerSecond);
    const peak = peaks && peaks.length > 0 ? (peaks[place % peaks.length] ?? 0) : 0.06;
    const half = Math.max(1, (peak * tallPx) / 2);
    return `M${x} ${(middle - half).toFixed(1)}v${(half * 2).toFixed(1)}`;
  });
  return strokes.join('');
}
