import { useInViewport } from '@mantine/hooks';
import type { CSSProperties } from 'react';
import type { FilmPart } from '../../../../shared/scene/film/film.ts';
import { FilmStill } from '../film-player/film-still.tsx';
import { ratioOf } from '../frame-sizes.ts';
import type { FilmDesk } from './film-desk.ts';
import { stillTimes } from './still-times.ts';

const tallPx = 68;
/** Upright formats are cut at top and foot, so that something is seen of them. */
const leastWidthPx = 60;

/** Moments of a part side by side, as the film shows them; drawn only while the part is in sight. */
export function PartStills({
  desk,
  part,
  startMs,
  scale,
}: {
  desk: FilmDesk;
  part: FilmPart;
  startMs: number;
  scale: number;
}) {
  const { ref, inViewport } = useInViewport<HTMLSpanElement>();
  const widthPx = Math.max(leastWidthPx, Math.round(tallPx * ratioOf(desk.format)));
  const times = stillTimes({ startMs, durationMs: part.durationMs, scale, stillPx: widthPx });
  return (
    <span
      ref={ref}
      className="film-stills"
      style={{ '--still': `${widthPx}px` } as CSSProperties}
      aria-hidden="true"
    >
      {inViewport
        ? times.map((timeMs, index) => (
            <FilmStill key={index} player={desk.stills} {...{ timeMs, widthPx }} />
          ))
        : null}
    </span>
  );
}
