import type { Layer, Scene } from '../scene.ts';
import type { PhotoWork } from './photo-work.ts';

type Worked = { work?: PhotoWork | undefined };

/** Photos come into a scene with what is done to them; a layer that has its own work keeps it. */
export function withWork(scene: Scene, photos: ReadonlyMap<string, Worked>): Scene {
  const layers = scene.layers.map((layer): Layer => {
    const work = layer.kind === 'photo' && !layer.work && photos.get(layer.photoId)?.work;
    return work ? { ...layer, work } : layer;
  });
  return { ...scene, layers };
}
