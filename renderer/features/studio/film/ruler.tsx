import { useTranslation } from 'react-i18next';
import { filmDurationMs } from '../../../../shared/scene/film/film.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { useClock } from '../use-clock.ts';
import type { FilmDesk } from './film-desk.ts';
import { followPointer } from './follow-pointer.ts';
import { rulerMarks } from './timeline-scale.ts';

/** Seconds, and the place to draw through the film; arrows go by frames, with Shift by seconds. */
export function Ruler({ desk, scale }: { desk: FilmDesk; scale: number }) {
  const { t } = useTranslation('film');
  const { number } = useFormats();
  const clock = useClock();
  const { transport } = desk;
  const durationMs = filmDurationMs(desk.document.film);
  return (
    <div
      className="film-ruler"
      role="slider"
      tabIndex={0}
      aria-label={t('time.scrub')}
      aria-valuemin={0}
      aria-valuemax={Math.round(durationMs)}
      aria-valuenow={Math.round(transport.atMs)}
      aria-valuetext={clock(transport.atMs)}
      onPointerDown={(event) => {
        const left = event.currentTarget.getBoundingClientRect().left;
        const beginMs = (event.clientX - left) / scale;
        transport.seek(beginMs);
        followPointer(event, {
          onMove: (dxPx) => transport.seek(beginMs + dxPx / scale),
          onEnd: () => {},
        });
      }}
    >
      {rulerMarks(durationMs, scale).map((atMs) => (
        <span key={atMs} className="small muted num" style={{ left: atMs * scale }}>
          {t('time.seconds', { seconds: number(atMs / 1000) })}
        </span>
      ))}
    </div>
  );
}
