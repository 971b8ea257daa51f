import type { Layer, Motion, Side } from '../scene.ts';
import type { PartPlace } from './film-style.ts';

/** How words and photos come: `there` from the first moment on, `count` for prices that count down. */
export type Coming =
  | 'there'
  | 'fade'
  | 'rise'
  | 'drop'
  | 'from-start'
  | 'from-end'
  | 'wipe'
  | 'type'
  | 'pop'
  | 'count';

/** Words come one after another, each this much later than the one before. */
const staggerMs = 120;
const comesMs = 480;
const goesMs = 200;
const letterMs = 38;

type Timing = { when: 'in'; durationMs: number; delayMs: number };
type Lasting = Pick<PartPlace, 'durationMs' | 'place'>;

/** A layer of words: it comes in its turn and is gone before the words of the next part come. */
export function come<L extends Layer>(layer: L, how: Coming, turn: number, at: Lasting): L {
  const { durationMs } = at;
  const goes: Motion = {
    ...{ kind: 'fade', when: 'out' },
    durationMs: Math.min(goesMs, Math.round(durationMs / 6)),
  };
  return {
    ...layer,
    inMs: 0,
    outMs: durationMs,
    motions: [...motions(layer, how, turn, at), goes],
  };
}

/** A layer that stays until the next part has covered it. */
export function comeToStay<L extends Layer>(layer: L, how: Coming, turn: number, at: Lasting): L {
  return { ...layer, motions: motions(layer, how, turn, at) };
}

function motions(
  layer: Layer,
  how: Coming,
  turn: number,
  { durationMs, place }: Lasting,
): Motion[] {
  const timing: Timing = {
    when: 'in',
    durationMs: Math.min(comesMs, Math.round(durationMs / 3)),
    delayMs: Math.round(Math.min(turn * staggerMs, durationMs * 0.3)),
  };
  const far = place.frame.px(5);
  switch (how) {
    case 'there':
      return [];
    case 'fade':
      return [{ kind: 'fade', ...timing }];
    case 'rise':
      return slid(timing, 0, far);
    case 'drop':
      return slid(timing, 0, -far);
    case 'from-start':
      return slid(timing, -2 * far, 0);
    case 'from-end':
      return slid(timing, 2 * far, 0);
    case 'wipe':
      return [uncover('left', timing)];
    case 'pop':
      return [
        { kind: 'fade', ...timing },
        { kind: 'scale', ...timing, fromScale: 0.7 },
      ];
    case 'type':
      return typing(layer, timing, durationMs);
    case 'count':
      return counting(layer, timing, durationMs);
  }
}

function slid(timing: Timing, dxPx: number, dyPx: number): Motion[] {
  return [
    { kind: 'fade', ...timing },
    { kind: 'slide', ...timing, dxPx, dyPx },
  ];
}

/** Uncovered from one side. */
export function uncover(
  side: Side,
  { durationMs, delayMs = 0 }: { durationMs: number; delayMs?: number },
): Motion {
  return { kind: 'wipe', when: 'in', side, durationMs, delayMs, easing: 'ease-in-out' };
}

/** As fast as one reads; in a short part as fast as it must be. */
function typing(layer: Layer, timing: Timing, durationMs: number): Motion[] {
  if (layer.kind !== 'text') return [{ kind: 'fade', ...timing }];
  const wished = layer.text.length * letterMs;
  const typed = { ...timing, durationMs: Math.round(Math.min(wished, durationMs * 0.45)) };
  return [{ kind: 'typewriter', ...typed, easing: 'linear' }];
}

/** From the old price to the new one; without an old one it only appears. */
function counting(layer: Layer, timing: Timing, durationMs: number): Motion[] {
  const fade: Motion = { kind: 'fade', ...timing };
  if (layer.kind !== 'price' || !layer.oldText) return [fade];
  const lasts = Math.round(Math.min(900, durationMs * 0.4));
  return [
    { ...fade, durationMs: Math.min(200, timing.durationMs) },
    { kind: 'counter', ...timing, durationMs: lasts, fromText: layer.oldText },
  ];
}
