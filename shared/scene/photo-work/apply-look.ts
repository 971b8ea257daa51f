import { applyLight } from './apply-light.ts';
import { blurBackground } from './blur-background.ts';
import { cutOut } from './cut-out.ts';
import { lightTables } from './light-tables.ts';
import type { PhotoBackground, PhotoWork } from './photo-work.ts';
import type { PhotoView } from './plan-photo.ts';
import { sharpen } from './sharpen.ts';
import type { SubjectMask } from './subject-mask.ts';
import type { Picture } from './turn-pixels.ts';
import { vignette } from './vignette.ts';

/** True when something is left to do once the pixels are in place: turning and cropping are not. */
export function hasLook(work: PhotoWork): boolean {
  const { background, sharpen: sharp, vignette: corners } = work;
  return Boolean(background || sharp || corners) || lightTables(work) !== undefined;
}

/** True for a photo that is seen through in places once it is worked. */
export function hasHoles(work: PhotoWork | undefined): boolean {
  return work?.background?.kind === 'remove';
}

/** Everything that is done to pixels already turned, cropped and scaled, in its fixed order, in place.
 *  The same in the window and in the export: whole numbers and tables, nothing left to the machine. */
export function applyLook(
  picture: Picture,
  work: PhotoWork,
  view: PhotoView,
  subject: SubjectMask | undefined,
): void {
  const { background } = work;
  const cleansEdge = background?.kind !== 'blur';
  const alpha = background && subject && cutOut(picture, subject, view.toPhoto, { cleansEdge });
  applyLookAround(picture, work, view, alpha);
}

/** The same for a picture that is cut out already (`cutOut` with its edge cleaned). */
export function applyLookAround(
  picture: Picture,
  work: PhotoWork,
  view: PhotoView,
  alpha: Uint8Array | undefined,
): void {
  const tables = lightTables(work);
  if (tables) applyLight(picture.pixels, tables);
  if (work.sharpen) sharpen(picture, work.sharpen, view.unitPx);
  if (work.background && alpha) applyBackground(picture, work.background, view, alpha);
  if (work.vignette) vignette(picture, work.vignette, view.toFrame);
}

function applyBackground(
  picture: Picture,
  background: PhotoBackground,
  view: PhotoView,
  alpha: Uint8Array,
): void {
  const { pixels } = picture;
  if (background.kind === 'blur') {
    const radiusPx = view.unitPx * (0.004 + ((background.strength ?? 50) / 100) * 0.036);
    return blurBackground(picture, alpha, radiusPx);
  }
  if (background.kind === 'remove') {
    for (let pixel = 0; pixel < alpha.length; pixel++) pixels[pixel * 4 + 3] = alpha[pixel]!;
    return;
  }
  layOnColour(pixels, alpha, background.colour ?? '#FFFFFF');
}

function layOnColour(pixels: Picture['pixels'], alpha: Uint8Array, colour: string): void {
  const paper = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  for (let pixel = 0; pixel < alpha.length; pixel++) {
    const part = alpha[pixel]!;
    if (part === 255) continue;
    for (let channel = 0; channel < 3; channel++) {
      const behind = paper[channel] ?? 255;
      const at = pixel * 4 + channel;
      pixels[at] = Math.round(behind + ((pixels[at]! - behind) * part) / 255);
    }
  }
}
