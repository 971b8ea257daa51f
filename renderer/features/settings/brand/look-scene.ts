import type { Format } from '../../../../shared/contract/shapes.ts';
import { dress } from '../../../../shared/scene/dress/dress.ts';
import type { PhotoWork } from '../../../../shared/scene/photo-work/photo-work.ts';
import { withWork } from '../../../../shared/scene/photo-work/with-work.ts';
import type { Scene } from '../../../../shared/scene/scene.ts';
import type { Brand, PictureSlots } from '../../../../shared/scene/template.ts';
import { findPictureTemplate } from '../../../../shared/scene/templates.ts';
import { noPhoto } from './sample-slots.ts';

/** A picture in the shop's look, as the studio would fill it; `work` is what is done to its photo. */
export function lookScene(
  templateId: string,
  slots: PictureSlots,
  format: Format,
  brand: Brand,
  work?: PhotoWork,
): Scene | undefined {
  const scene = findPictureTemplate(templateId)?.fill(slots, format, brand);
  return scene && withWork(dress(scene, brand), new Map([[slots.photo.photoId, { work }]]));
}

/** The part of a scene for which the studio is asked: its photos and logos that are in the library. */
export function knownPhotos(scene: Scene): Scene {
  const layers = scene.layers.filter(
    (layer) =>
      (layer.kind === 'photo' && layer.photoId !== noPhoto.photoId) ||
      (layer.kind === 'logo' && layer.photoId !== undefined),
  );
  return { ...scene, layers };
}
