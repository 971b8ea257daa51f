import { eased } from './layer-motion.ts';
import type { Layer, Scene, Transition } from './scene.ts';

/** How far a part has come over the one before. */
export type Passage = { transition: Transition; frac: number };

/** The passage of a part at `timeMs`; nothing once it has arrived, or when it simply cuts in. */
export function passageOf(scene: Scene, part: number, timeMs: number): Passage | undefined {
  const { startMs = 0, transition } = scene.parts?.[part] ?? {};
  if (!transition || scene.durationMs === 0) return undefined;
  const passed = (timeMs - startMs) / Math.max(1, transition.durationMs);
  if (passed < 0 || passed >= 1) return undefined;
  return { transition, frac: eased(transition.easing ?? 'ease-in-out', passed) };
}

export type LayerRun = { part: number | undefined; layers: readonly Layer[] };

/** Neighbours of one part in the order of drawing. */
export function runsOf(layers: readonly Layer[]): LayerRun[] {
  const runs: { part: number | undefined; layers: Layer[] }[] = [];
  for (const layer of layers) {
    const last = runs.at(-1);
    if (last && last.part === layer.part) last.layers.push(layer);
    else runs.push({ part: layer.part, layers: [layer] });
  }
  return runs;
}
