import { touchUpUnits } from '../../../../shared/scene/photo-work/photo-work.ts';

/** A place on the photo as it is shown, 0 to 1. */
export type BrushPlace = { xFrac: number; yFrac: number };

const step = 0.01;
const largeStep = 0.05;
const leastRadius = 40;
const mostRadius = 1000;
const radiusStep = 40;

/** Where an arrow key leads the brush; nothing for other keys. With Shift it goes further. */
export function moveBrush(
  { xFrac, yFrac }: BrushPlace,
  { key, shiftKey }: { key: string; shiftKey: boolean },
): BrushPlace | undefined {
  const by = shiftKey ? largeStep : step;
  const inside = (frac: number) => Math.round(Math.min(Math.max(frac, 0), 1) * 1000) / 1000;
  if (key === 'ArrowLeft') return { xFrac: inside(xFrac - by), yFrac };
  if (key === 'ArrowRight') return { xFrac: inside(xFrac + by), yFrac };
  if (key === 'ArrowUp') return { xFrac, yFrac: inside(yFrac - by) };
  if (key === 'ArrowDown') return { xFrac, yFrac: inside(yFrac + by) };
  return undefined;
}

/** How large a bracket makes the brush; nothing for other keys. */
export function resizeBrush(radius: number, key: string): number | undefined {
  if (key === '[') return Math.max(leastRadius, radius - radiusStep);
  if (key === ']') return Math.min(mostRadius, radius + radiusStep);
  return undefined;
}

/** In the units that touch-ups are kept in, inside the photo. */
export function brushUnit(frac: number): number {
  return Math.round(Math.min(Math.max(frac, 0), 1) * touchUpUnits);
}
