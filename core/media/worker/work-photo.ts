import { applyLook, hasLook } from '../../../shared/scene/photo-work/apply-look.ts';
import {
  analysisSize,
  findBackground,
  type FoundBackground,
} from '../../../shared/scene/photo-work/find-background.ts';
import { finishPixels } from '../../../shared/scene/photo-work/finish-pixels.ts';
import { planPhoto } from '../../../shared/scene/photo-work/plan-photo.ts';
import { subjectMask } from '../../../shared/scene/photo-work/subject-mask.ts';
import { turnAsPlanned, type Picture } from '../../../shared/scene/photo-work/turn-pixels.ts';
import type { PhotoBackground } from '../../../shared/scene/photo-work/photo-work.ts';
import type { PhotoCut, PhotoLevels } from './photo-cut.ts';
import type { PhotoMaster } from './photo-master.ts';
import type { PhotoWish } from './photo-wish.ts';

/** Works the cuts of one photo. What was found of a background is kept for the next size. */
export function createPhotoWorker(master: PhotoMaster, levels: PhotoLevels) {
  const found = new Map<number, FoundBackground>();

  async function cut(wish: PhotoCut): Promise<Picture> {
    const image = (await levels.cut(wish)).ensureAlpha().raw();
    const { data, info } = await image.toBuffer({ resolveWithObject: true });
    const pixels = new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength);
    return { pixels, widthPx: info.width, heightPx: info.height };
  }

  async function subjectOf(background: PhotoBackground) {
    const reach = background.reach ?? 50;
    let known = found.get(reach);
    if (!known) {
      // As the window asks for it: the same part of the same photo, cut the same way.
      const plan = planPhoto(master, {}, { ...analysisSize(master), focus: middle });
      known = findBackground(await cut({ crop: plan.cut, ...plan.scaled }), reach);
      found.set(reach, known);
    }
    return subjectMask(known, background);
  }

  return async (wish: PhotoWish): Promise<Picture> => {
    const work = wish.work ?? {};
    const plan = planPhoto(master, work, wish);
    const picture = turnAsPlanned(await cut({ crop: plan.cut, ...plan.scaled }), plan);
    if (hasLook(work)) {
      const subject = work.background && (await subjectOf(work.background));
      applyLook(picture, work, plan.view, subject);
    }
    return finishPixels(picture, wish);
  };
}

const middle = { xFrac: 0.5, yFrac: 0.5 };
