import type { PhotoWork } from '../../shared/scene/photo-work/photo-work.ts';
import { workedSize } from '../../shared/scene/photo-work/plan-photo.ts';
import type { WorkerOps } from './worker/worker-messages.ts';

type Wish = {
  path: string;
  outPath: string;
  /** Of the file, upright, before anything is done to it. */
  source: { widthPx: number; heightPx: number };
  work: PhotoWork | undefined;
  /** Smaller where its longer side would be more. */
  mostSidePx?: number;
  /** The colour under its holes; without it they stay. */
  paper?: string;
};

/** What `scalePhoto` takes to write a photo whole, with what was done to it. */
export function wholePhoto({
  path,
  outPath,
  source,
  work,
  mostSidePx = Infinity,
  paper,
}: Wish): WorkerOps['scalePhoto']['input'] {
  const { widthPx, heightPx } = work ? workedSize(source, work) : source;
  const scale = Math.min(1, mostSidePx / Math.max(widthPx, heightPx));
  const size = {
    widthPx: Math.max(1, Math.round(widthPx * scale)),
    heightPx: Math.max(1, Math.round(heightPx * scale)),
  };
  return {
    ...{ path, outPath, ...size },
    ...(paper === undefined ? {} : { paper }),
    ...(work ? { worked: { ...size, focus: { xFrac: 0.5, yFrac: 0.5 }, work } } : {}),
  };
}
