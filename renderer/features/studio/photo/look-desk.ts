import { applyLookAround } from '../../../../shared/scene/photo-work/apply-look.ts';
import { cutOut } from '../../../../shared/scene/photo-work/cut-out.ts';
import {
  findBackground,
  type FoundBackground,
} from '../../../../shared/scene/photo-work/find-background.ts';
import { finishPixels } from '../../../../shared/scene/photo-work/finish-pixels.ts';
import type { PhotoBackground, PhotoWork } from '../../../../shared/scene/photo-work/photo-work.ts';
import type { PhotoView } from '../../../../shared/scene/photo-work/plan-photo.ts';
import { subjectMask } from '../../../../shared/scene/photo-work/subject-mask.ts';
import type { Picture } from '../../../../shared/scene/photo-work/turn-pixels.ts';

/** A photo in place: turned, cropped and scaled, before light, colour and background. */
export type LookBase = { key: string; picture: Picture; view: PhotoView };

export type LookWish = {
  work: PhotoWork;
  tone?: 'grey' | undefined;
  /** As it came: nothing is done to it. */
  isBefore?: boolean | undefined;
};

/** `spare` is memory of a picture that nobody looks at any more. */
type Draw = (
  wish: LookWish,
  spare?: ArrayBuffer,
) => { baseKey: string; picture: Picture; isPlain: boolean | undefined } | undefined;

export type LookDesk = {
  setBase: (base: LookBase) => void;
  /** The whole photo at the size at which its background is looked for. */
  setAnalysis: (picture: Picture) => void;
  draw: Draw;
};

/** Where a photo's look is worked by the functions of the export. What a slider leaves as it is (the
 *  background found, the edge cut out) is kept for its next step. */
export function createLookDesk(): LookDesk {
  let base: LookBase | undefined;
  let analysis: Picture | undefined;
  let found: { reach: number | undefined; background: FoundBackground } | undefined;
  let cut: { key: string; picture: Picture; alpha: Uint8Array } | undefined;

  function find(reach: number | undefined): FoundBackground | undefined {
    if (!analysis) return undefined;
    if (!found || found.reach !== reach)
      found = { reach, background: findBackground(analysis, reach) };
    return found.background;
  }

  function cutFor({ picture, view }: LookBase, background: PhotoBackground) {
    const { kind, reach, touchUps } = background;
    const cleansEdge = kind !== 'blur';
    const key = JSON.stringify([cleansEdge, reach, touchUps]);
    if (cut?.key === key) return cut;
    const ground = find(reach);
    if (!ground) return undefined;
    const own = { ...picture, pixels: new Uint8ClampedArray(picture.pixels) };
    const alpha = cutOut(own, subjectMask(ground, background), view.toPhoto, { cleansEdge });
    cut = { key, picture: own, alpha };
    return cut;
  }

  const draw: Draw = ({ work, tone, isBefore = false }, spare) => {
    if (!base) return undefined;
    const background = isBefore ? undefined : work.background;
    const around = background && cutFor(base, background);
    const picture = copyInto(around?.picture ?? base.picture, spare);
    if (!isBefore) applyLookAround(picture, work, base.view, around?.alpha);
    finishPixels(picture, { tone });
    return { baseKey: base.key, picture, isPlain: found?.background.isPlain };
  };

  return {
    setBase(next) {
      base = next;
      cut = undefined;
    },
    setAnalysis(picture) {
      analysis = picture;
      found = undefined;
      cut = undefined;
    },
    draw,
  };
}

function copyInto({ pixels, ...size }: Picture, spare: ArrayBuffer | undefined): Picture {
  if (spare?.byteLength !== pixels.byteLength)
    return { ...size, pixels: new Uint8ClampedArray(pixels) };
  const copy = new Uint8ClampedArray(spare);
  copy.set(pixels);
  return { ...size, pixels: copy };
}
