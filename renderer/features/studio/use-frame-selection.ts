import { useMemo, useState } from 'react';
import type { PictureRef } from '../../../shared/contract/batches.ts';

export function refKey({ productId, templateId, format }: PictureRef): string {
  return `${productId} ${templateId} ${format}`;
}

/** Frames of the grid that are to be dealt with together. */
export function useFrameSelection() {
  const [chosen, setChosen] = useState<ReadonlyMap<string, PictureRef>>(new Map());
  const refs = useMemo(() => [...chosen.values()], [chosen]);
  return {
    refs,
    has: (ref: PictureRef) => chosen.has(refKey(ref)),
    toggle: (ref: PictureRef) =>
      setChosen((all) => {
        const next = new Map(all);
        if (!next.delete(refKey(ref))) next.set(refKey(ref), ref);
        return next;
      }),
    clear: () => setChosen(new Map()),
  };
}
export type FrameSelection = ReturnType<typeof useFrameSelection>;
