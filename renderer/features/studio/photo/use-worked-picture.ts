import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useMemo, useState } from 'react';
import { applyLookAround } from '../../../../shared/scene/photo-work/apply-look.ts';
import { cutOut } from '../../../../shared/scene/photo-work/cut-out.ts';
import {
  analysisSize,
  findBackground,
  type FoundBackground,
} from '../../../../shared/scene/photo-work/find-background.ts';
import { readPhotoWork, type PhotoWork } from '../../../../shared/scene/photo-work/photo-work.ts';
import {
  planPhoto,
  workedSize,
  type SizePx,
} from '../../../../shared/scene/photo-work/plan-photo.ts';
import { subjectMask } from '../../../../shared/scene/photo-work/subject-mask.ts';
import type { Picture } from '../../../../shared/scene/photo-work/turn-pixels.ts';
import {
  analysisAddress,
  placeOnly,
  workedAddress,
} from '../../../../shared/scene/photo-work/worked-address.ts';
import { loadScenePhoto } from '../../../ui/scene-photos.ts';

const settleMs = 150;
const focus = { xFrac: 0.5, yFrac: 0.5 };

export type WorkedPicture = {
  /** The photo in place, before light and colour; for what measures it. */
  base: Picture | undefined;
  found: FoundBackground | undefined;
  /** The tilt that `base` stands at: what is asked for may be further already. */
  straightenDeg: number;
  /** Pixels as the export draws them; undefined while the photo is on its way. */
  draw(isBefore: boolean): ImageData | undefined;
};

/** A photo with its work at most `sidePx` large, worked here by the functions of the export, so that a
 *  slider is followed at once. Only turning and cropping ask for other pixels. */
export function useWorkedPicture(
  photoId: string,
  source: SizePx,
  work: PhotoWork,
  sidePx: number,
): WorkedPicture {
  const [place] = useDebouncedValue(JSON.stringify(placeOnly(work)), settleMs);
  const { widthPx, heightPx } = source;
  const wish = useMemo(() => {
    const whole = { widthPx, heightPx };
    const placed = readPhotoWork(JSON.parse(place));
    const size = workedSize(whole, placed);
    const scale = Math.min(1, sidePx / Math.max(size.widthPx, size.heightPx));
    const px = (length: number) => Math.max(1, Math.round(length * scale));
    const wanted = { widthPx: px(size.widthPx), heightPx: px(size.heightPx), focus };
    const address = workedAddress({ photoId, ...wanted, work: placed }, { look: false });
    return { address, placed, view: planPhoto(whole, placed, wanted).view };
  }, [photoId, place, widthPx, heightPx, sidePx]);
  const loaded = usePixels(wish.address);
  // The same settings are the same object, so that an edge is found once and not for every slider.
  const backgroundKey = JSON.stringify(work.background) ?? '';
  const background = useMemo(
    () =>
      backgroundKey === ''
        ? undefined
        : readPhotoWork({ background: JSON.parse(backgroundKey) }).background,
    [backgroundKey],
  );
  const reach = background?.reach;
  const analysis = usePixels(background && analysisAddress(photoId, analysisSize(source)));
  const found = useMemo(
    () => analysis && findBackground(analysis.picture, reach),
    [analysis, reach],
  );
  // The pixels last shown stay until the next ones are there, with the view they were made for.
  const [stand, setStand] = useState<{ picture: Picture; wish: typeof wish }>();
  useEffect(() => {
    if (loaded?.address === wish.address) setStand({ picture: loaded.picture, wish });
  }, [loaded, wish]);
  const base = stand?.picture;
  const cut = useMemo(() => {
    if (!stand || !background || !found) return undefined;
    const picture = copyOf(stand.picture);
    const subject = subjectMask(found, background);
    const cleansEdge = background.kind !== 'blur';
    return { picture, alpha: cutOut(picture, subject, stand.wish.view.toPhoto, { cleansEdge }) };
  }, [stand, found, background]);
  const draw = (isBefore: boolean) => {
    if (!stand) return undefined;
    const picture = copyOf(isBefore ? stand.picture : (cut?.picture ?? stand.picture));
    if (!isBefore) applyLookAround(picture, work, stand.wish.view, cut?.alpha);
    const { widthPx, heightPx } = picture;
    return new ImageData(picture.pixels as Uint8ClampedArray<ArrayBuffer>, widthPx, heightPx);
  };
  return { base, found, straightenDeg: stand?.wish.placed.straightenDeg ?? 0, draw };
}

function copyOf(picture: Picture): Picture {
  return { ...picture, pixels: new Uint8ClampedArray(picture.pixels) };
}

/** The pixels behind an address, unchanged by the screen's colours. */
function usePixels(address: string | undefined) {
  const [loaded, setLoaded] = useState<{ address: string; picture: Picture }>();
  useEffect(() => {
    if (address === undefined) return undefined;
    const stop = new AbortController();
    loadScenePhoto(address, stop.signal).then(
      (image) => {
        const picture = pixelsOf(image);
        if (!stop.signal.aborted) setLoaded({ address, picture });
      },
      () => {},
    );
    return () => stop.abort();
  }, [address]);
  return loaded;
}

function pixelsOf(image: ImageBitmap): Picture {
  const { width, height } = image;
  const ctx = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!ctx) throw new Error('no canvas');
  ctx.drawImage(image, 0, 0);
  image.close();
  return { pixels: ctx.getImageData(0, 0, width, height).data, widthPx: width, heightPx: height };
}
