import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { autoSettings } from '../../../../shared/scene/photo-work/auto-settings.ts';
import { copyWork } from '../../../../shared/scene/photo-work/copy-work.ts';
import { readPhotoWork, type PhotoWork } from '../../../../shared/scene/photo-work/photo-work.ts';
import type { Picture } from '../../../../shared/scene/photo-work/turn-pixels.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import {
  changeWork,
  closeChange,
  redoWork,
  startHistory,
  undoWork,
  type PhotoHistory,
} from './photo-history.ts';

/** The settings of one photo while they are changed, and the ways to keep them. */
export function usePhotoEdit(assetId: string) {
  const api = useApi();
  const kept = useQuery(
    // Never an older answer first: it would be what changes begin from.
    api.photoWork.get.queryOptions({ input: { assetIds: [assetId] }, gcTime: 0 }),
  );
  const [edited, setEdited] = useState<{ assetId: string; history: PhotoHistory }>();
  const photo = kept.data?.items[0];
  useEffect(() => {
    // What is being changed is not thrown away by an answer that says the same as before.
    if (photo && edited?.assetId !== assetId)
      setEdited({ assetId, history: startHistory(readPhotoWork(photo.work)) });
  }, [photo, assetId, edited?.assetId]);
  const history = edited?.assetId === assetId ? edited.history : startHistory({});
  const update = (next: (history: PhotoHistory) => PhotoHistory) =>
    setEdited((all) => (all?.assetId === assetId ? { assetId, history: next(all.history) } : all));
  const change = (work: PhotoWork, more: boolean) =>
    update((all) => changeWork(all, readPhotoWork(work), more));
  const set = useChange(api.photoWork.set.mutationOptions());
  const makePhoto = useChange(api.photoWork.makePhoto.mutationOptions());
  const work = history.now;
  return {
    error: kept.error,
    source: photo && { widthPx: photo.widthPx, heightPx: photo.heightPx },
    isReady: edited?.assetId === assetId,
    work,
    change,
    done: () => update(closeChange),
    undo: () => update(undoWork),
    redo: () => update(redoWork),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    reset: () => change({}, false),
    auto(base: Picture | undefined) {
      if (base) change({ ...work, ...neutral, ...autoSettings(base.pixels) }, false);
    },
    paste: (from: PhotoWork) => change(copyWork(from, work), false),
    keep: () => set.mutateAsync({ assetIds: [assetId], work: { ...work } }),
    keepForAll: (assetIds: string[]) =>
      set.mutateAsync({ assetIds, work: { ...work }, keepPlace: true }),
    makePhoto: () => makePhoto.mutateAsync({ assetId, work: { ...work } }),
    isBusy: set.isPending || makePhoto.isPending,
  };
}
export type PhotoEdit = ReturnType<typeof usePhotoEdit>;

/** What automatic settings take the place of. */
const neutral: PhotoWork = {
  exposure: 0,
  contrast: 0,
  highlights: 0,
  shadows: 0,
  warmth: 0,
  tint: 0,
  saturation: 0,
};
