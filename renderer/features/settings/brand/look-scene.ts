import type { Format } from '../../../../shared/contract/shapes.ts';
import { dress } from '../../../../shared/scene/dress/dress.ts';
import type { Scene } from '../../../../shared/scene/scene.ts';
import type { Brand, PictureSlots } from '../../../../shared/scene/template.ts';
import { findPictureTemplate } from '../../../../shared/scene/templates.ts';
import { noPhoto } from './sample-slots.ts';

/** A picture in the shop's look, as the studio would fill it. */
export function lookScene(
  templateId: string,
  slots: PictureSlots,
  format: Format,
  brand: Brand,
): Scene | undefined {
  const scene = findPictureTemplate(templateId)?.fill(slots, format, brand);
  return scene && dress(scene, brand);
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
