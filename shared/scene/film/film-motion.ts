import type { Layer, Motion, Scene, Side } from '../scene.ts';
import type { FilmMotion } from './film.ts';

/** A layer slides in from this far, in shares of the shorter side: enough to be seen, not to be noticed. */
export const slideShare = 0.06;
export const usualMotionMs = 400;
const away: Record<Side, readonly [number, number]> = {
  left: [-1, 0],
  right: [1, 0],
  top: [0, -1],
  bottom: [0, 1],
};

/** The motions of a layer that comes or goes like this. What a layer cannot do it does by fading. */
export function motionsOf(
  wish: FilmMotion,
  when: Motion['when'],
  layer: Layer,
  { widthPx, heightPx }: Pick<Scene, 'widthPx' | 'heightPx'>,
): Motion[] {
  const durationMs = wish.durationMs ?? usualMotionMs;
  const base = { when, durationMs };
  const fade: Motion = { ...base, kind: 'fade' };
  const side = wish.side ?? 'bottom';
  switch (wish.kind) {
    case 'none':
      return [];
    case 'slide': {
      const [dx, dy] = away[side];
      const farPx = Math.round(Math.min(widthPx, heightPx) * (wish.distanceFrac ?? slideShare));
      return [fade, { ...base, kind: 'slide', dxPx: dx * farPx, dyPx: dy * farPx }];
    }
    case 'scale':
      return [fade, { ...base, kind: 'scale', fromScale: 0.8 }];
    case 'wipe':
      return [{ ...base, kind: 'wipe', side: wish.side ?? 'left', easing: 'ease-in-out' }];
    case 'typewriter':
      return layer.kind === 'text' ? [{ ...base, kind: 'typewriter', easing: 'linear' }] : [fade];
    case 'counter': {
      if (layer.kind !== 'price') return [fade];
      const fromText = wish.fromText?.trim() || layer.oldText;
      return [{ ...base, kind: 'counter', ...(fromText ? { fromText } : {}) }];
    }
    case 'fade':
      return [fade];
  }
}
