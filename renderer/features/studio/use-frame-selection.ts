import { useMemo, useState } from 'react';
import type { PictureRef } from '../../../shared/contract/batches.ts';
import { pictureKey } from '../../../shared/rules/picture-key.ts';

/** Frames of the grid that are to be dealt with together. */
export function useFrameSelection() {
  const [chosen, setChosen] = useState<ReadonlyMap<string, PictureRef>>(new Map());
  const refs = useMemo(() => [...chosen.values()], [chosen]);
  return {
    refs,
    has: (ref: PictureRef) => chosen.has(pictureKey(ref)),
    toggle: (ref: PictureRef) =>
      setChosen((all) => {
        const next = new Map(all);
        if (!next.delete(pictureKey(ref))) next.set(pictureKey(ref), ref);
        return next;
      }),
    clear: () => setChosen(new Map()),
  };
}
export type FrameSelection = ReturnType<typeof useFrameSelection>;
