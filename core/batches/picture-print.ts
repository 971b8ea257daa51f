import { createHash } from 'node:crypto';
import { photoRequests } from '../../shared/scene/photo-requests.ts';
import type { Scene } from '../../shared/scene/scene.ts';

/** Goes up when drawScene, the photo work or the encoding draws the same scene otherwise: what was made
 *  before counts as changed then. */
const drawingVersion = 1;

/** Tells apart everything that a picture shows: the scene with its words, fonts and photo settings, the
 *  bytes of the photos, and how it is drawn. The same print is the same picture. */
export function picturePrint(
  scene: Scene,
  hashOf: (photoId: string) => string | undefined,
): string {
  const photoIds = [...new Set(photoRequests(scene).map(({ photoId }) => photoId))].toSorted();
  const photos = photoIds.map((id) => hashOf(id) ?? 'gone');
  return createHash('sha256')
    .update(JSON.stringify([drawingVersion, scene, photos]))
    .digest('base64url')
    .slice(0, 32);
}
