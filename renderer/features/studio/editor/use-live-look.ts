import { useMemo } from 'react';
import type { PhotoWork } from '../../../../shared/scene/photo-work/photo-work.ts';
import type { SizePx } from '../../../../shared/scene/photo-work/plan-photo.ts';
import type { Picture } from '../../../../shared/scene/photo-work/turn-pixels.ts';
import type { PhotoLayer } from '../../../../shared/scene/scene.ts';
import { putPicture, useWorkedPicture } from '../photo/use-worked-picture.ts';

/** Pixels that a slider is followed with; what rests comes at its own size. */
const liveSidePx = 900;
const nothing: PhotoWork = {};
const nowhere: SizePx = { widthPx: 1, heightPx: 1 };

/** The photo that is being retouched, all of it with its newest settings. It changes without a render:
 *  who draws it listens. */
export type LiveLook = {
  layerId: string | undefined;
  image: () => OffscreenCanvas | undefined;
  /** Goes up with every picture. */
  version: () => number;
  take: (picture: Picture) => void;
  listen: (onPicture: () => void) => () => void;
};

function createLiveLook(layerId: string | undefined): LiveLook {
  let image: OffscreenCanvas | undefined;
  let version = 0;
  const listeners = new Set<() => void>();
  return {
    layerId,
    image: () => image,
    version: () => version,
    take(picture) {
      image ??= new OffscreenCanvas(1, 1);
      putPicture(image, picture);
      version += 1;
      for (const tell of listeners) tell();
    },
    listen(onPicture) {
      listeners.add(onPicture);
      return () => void listeners.delete(onPicture);
    },
  };
}

/** Follows the settings of a layer's photo while its sliders are open. */
export function useLiveLook(
  layer: PhotoLayer | undefined,
  upright: SizePx | undefined,
): { live: LiveLook; isPlain: boolean | undefined } {
  const layerId = upright && layer?.id;
  const photoId = upright && layer?.photoId;
  // Another photo in the same layer does not begin with the one before.
  const key = photoId === undefined ? undefined : `${layerId}@${photoId}`;
  const live = useMemo(() => createLiveLook(key?.slice(0, key.lastIndexOf('@'))), [key]);
  const { isPlain } = useWorkedPicture(
    {
      ...{ photoId, source: upright ?? nowhere, work: layer?.work ?? nothing },
      ...{ tone: layer?.tone, sidePx: liveSidePx },
    },
    live.take,
  );
  return { live, isPlain };
}
