import type { ClipLayer } from './scene.ts';

/** Which moment of its film a clip shows at `timeMs` of the scene. */
export function clipMoment(
  { inMs = 0, fromMs, speed = 1 }: Pick<ClipLayer, 'inMs' | 'fromMs' | 'speed'>,
  timeMs: number,
): number {
  return fromMs + Math.max(0, timeMs - inMs) * speed;
}
