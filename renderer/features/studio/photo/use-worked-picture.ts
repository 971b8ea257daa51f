import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { analysisSize } from '../../../../shared/scene/photo-work/find-background.ts';
import { readPhotoWork, type PhotoWork } from '../../../../shared/scene/photo-work/photo-work.ts';
import {
  planPhoto,
  workedSize,
  type SizePx,
} from '../../../../shared/scene/photo-work/plan-photo.ts';
import type { Picture } from '../../../../shared/scene/photo-work/turn-pixels.ts';
import {
  analysisAddress,
  placeOnly,
  workedAddress,
} from '../../../../shared/scene/photo-work/worked-address.ts';
import { loadScenePhoto } from '../../../ui/scene-photos.ts';
import type { LookWish } from './look-desk.ts';
import { useLookLine } from './use-look-line.ts';

const settleMs = 150;
const focus = { xFrac: 0.5, yFrac: 0.5 };

export type PictureWish = LookWish & {
  /** Nothing is drawn for nothing. */
  photoId: string | undefined;
  /** Upright, as it came. */
  source: SizePx;
  /** The longer side of what is drawn. */
  sidePx: number;
};

export type WorkedPicture = {
  /** The photo in place, before light and colour; for what measures it. */
  base: Picture | undefined;
  isPlain: boolean | undefined;
  /** The tilt of what was drawn last: what is asked for may be further already. */
  straightenDeg: number;
};

/** A photo with its work, drawn in another thread by the functions of the export, so that a slider is
 *  followed at once and the window never waits. Only turning and cropping ask for other pixels.
 *  `onDrawn` copies what it is given: its memory is used again. */
export function useWorkedPicture(
  { photoId, source, sidePx, work, tone, isBefore }: PictureWish,
  onDrawn: (picture: Picture) => void,
): WorkedPicture {
  const wish = usePlacedWish(photoId, source, work, sidePx);
  const loaded = usePixels(wish?.address);
  const hasBackground = work.background !== undefined;
  const analysis = usePixels(
    photoId !== undefined && hasBackground
      ? analysisAddress(photoId, analysisSize(source))
      : undefined,
  );
  const [shown, setShown] = useState<{ baseKey: string; straightenDeg: number }>();
  const [isPlain, setPlain] = useState<boolean>();
  const [tilts] = useState(() => new Map<string, number>());
  const line = useLookLine(photoId !== undefined, (drawn) => {
    if (drawn.baseKey !== shown?.baseKey)
      // Pixels of another tilt take the place of the old ones and of their turn in one step.
      flushSync(() =>
        setShown({ baseKey: drawn.baseKey, straightenDeg: tilts.get(drawn.baseKey) ?? 0 }),
      );
    if (drawn.isPlain !== isPlain) setPlain(drawn.isPlain);
    onDrawn(drawn.picture);
  });
  useEffect(() => {
    if (!line || !wish || loaded?.address !== wish.address) return;
    tilts.set(wish.address, wish.placed.straightenDeg ?? 0);
    line.setBase({ key: wish.address, picture: copyOf(loaded.picture), view: wish.view });
  }, [line, loaded, wish, tilts]);
  useEffect(() => {
    if (line && analysis) line.setAnalysis(copyOf(analysis.picture));
  }, [line, analysis]);
  // After the two above: the same thread has its pixels before it is asked to draw them.
  useEffect(() => {
    if (loaded) line?.wish({ work, tone, isBefore });
  }, [line, loaded, analysis, work, tone, isBefore]);
  return { base: loaded?.picture, isPlain, straightenDeg: shown?.straightenDeg ?? 0 };
}

/** Where the pixels come from, once turning and cropping rest. */
function usePlacedWish(
  photoId: string | undefined,
  { widthPx, heightPx }: SizePx,
  work: PhotoWork,
  sidePx: number,
) {
  const [place] = useDebouncedValue(JSON.stringify(placeOnly(work)), settleMs);
  return useMemo(() => {
    if (photoId === undefined) return undefined;
    const whole = { widthPx, heightPx };
    const placed = readPhotoWork(JSON.parse(place));
    const size = workedSize(whole, placed);
    const scale = Math.min(1, sidePx / Math.max(size.widthPx, size.heightPx));
    const px = (length: number) => Math.max(1, Math.round(length * scale));
    const wanted = { widthPx: px(size.widthPx), heightPx: px(size.heightPx), focus };
    const address = workedAddress({ photoId, ...wanted, work: placed }, { look: false });
    return { address, placed, view: planPhoto(whole, placed, wanted).view };
  }, [photoId, place, widthPx, heightPx, sidePx]);
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

/** Puts pixels on a canvas that takes their size. */
export function putPicture(
  canvas: HTMLCanvasElement | OffscreenCanvas,
  { pixels, widthPx, heightPx }: Picture,
): void {
  if (canvas.width !== widthPx || canvas.height !== heightPx) {
    canvas.width = widthPx;
    canvas.height = heightPx;
  }
  const ctx = canvas.getContext('2d', { willReadFrequently: true }) as
    CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null;
  ctx?.putImageData(
    new ImageData(pixels as Uint8ClampedArray<ArrayBuffer>, widthPx, heightPx),
    0,
    0,
  );
}
