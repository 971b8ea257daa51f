import type { Easing, Layer, Motion, Scene, Side } from './scene.ts';

/** How a layer stands at one moment; nothing when it is not seen. */
export type LayerPose = {
  opacity: number;
  dxPx: number;
  dyPx: number;
  scale: number;
  /** How much of its time has passed, for photos that travel. */
  progressFrac: number;
  /** How much of the box is uncovered, from which side. */
  wipe?: { side: Side; frac: number };
  /** How many of the letters are there. */
  lettersFrac?: number;
  /** How far a price has been counted, and from which. */
  count?: { frac: number; fromText: string };
};

export function eased(easing: Easing, frac: number): number {
  const at = Math.min(Math.max(frac, 0), 1);
  if (easing === 'linear') return at;
  if (easing === 'ease-out') return 1 - (1 - at) ** 3;
  return at < 0.5 ? 4 * at ** 3 : 1 - (-2 * at + 2) ** 3 / 2;
}

/** Where the layer is at `timeMs`. A picture (duration 0) shows every layer at rest. */
export function layerPose(layer: Layer, scene: Scene, timeMs: number): LayerPose | undefined {
  const pose = { opacity: layer.opacity ?? 1, dxPx: 0, dyPx: 0, scale: 1, progressFrac: 0 };
  if (scene.durationMs === 0) return pose;
  const inMs = layer.inMs ?? 0;
  const outMs = layer.outMs ?? scene.durationMs;
  const isLast = outMs >= scene.durationMs && timeMs >= scene.durationMs;
  if (timeMs < inMs || (timeMs >= outMs && !isLast)) return undefined;
  pose.progressFrac = outMs > inMs ? Math.min(1, (timeMs - inMs) / (outMs - inMs)) : 1;
  for (const motion of layer.motions ?? []) applyMotion(pose, motion, inMs, outMs, timeMs);
  return pose.opacity <= 0 ? undefined : pose;
}

function applyMotion(
  pose: LayerPose,
  motion: Motion,
  inMs: number,
  outMs: number,
  timeMs: number,
): void {
  const delay = motion.delayMs ?? 0;
  const passed = motion.when === 'in' ? timeMs - inMs - delay : outMs - delay - timeMs;
  const there = eased(motion.easing ?? 'ease-out', passed / Math.max(motion.durationMs, 1));
  switch (motion.kind) {
    case 'fade':
      pose.opacity *= there;
      return;
    case 'slide':
      // Whole pixels: words that slide stay as crisp as words that stand.
      pose.dxPx += Math.round(motion.dxPx * (1 - there));
      pose.dyPx += Math.round(motion.dyPx * (1 - there));
      return;
    case 'scale':
      pose.scale *= motion.fromScale + (1 - motion.fromScale) * there;
      return;
    case 'wipe':
      if (there < 1) pose.wipe = { side: motion.side, frac: there };
      return;
    case 'typewriter':
      if (there < 1) pose.lettersFrac = there;
      return;
    case 'counter':
      if (there < 1) pose.count = { frac: there, fromText: motion.fromText ?? '' };
  }
}
