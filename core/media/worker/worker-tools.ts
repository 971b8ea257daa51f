import type { FontSet } from '../../../shared/scene/font-set.ts';
import type { FoundFfmpeg } from '../find-ffmpeg.ts';
import type { SharpModule } from './load-sharp.ts';

/** What the operations of the worker take; each part is loaded when first asked for. */
export type WorkerTools = {
  sharp: () => Promise<SharpModule>;
  canvas: () => Promise<typeof import('@napi-rs/canvas')>;
  /** Those that are always loaded, and these: chosen ones that ship, or the merchant's own. */
  fonts: (addedFamilies?: readonly string[]) => Promise<FontSet>;
  ffmpeg: () => Promise<FoundFfmpeg>;
  signal: AbortSignal;
  progress: (frac: number) => void;
};
