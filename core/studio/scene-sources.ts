import { photoRequests } from '../../shared/scene/photo-requests.ts';
import type { Scene } from '../../shared/scene/scene.ts';
import type { ReadAsset } from './picture-scenes.ts';
import { sizedPhoto, sourceAddress } from './photo-source.ts';

/** Addresses of the photos of any scene as the export cuts and scales them, by the keys of their
 *  requests, smaller where the scene is drawn smaller; and which photos are not in the library. */
export function sceneSources(
  scene: Scene,
  readAsset: ReadAsset,
  maxSidePx?: number,
): { sources: Record<string, string>; missing: string[] } {
  const longestPx = Math.max(scene.widthPx, scene.heightPx);
  const scale = Math.min(1, (maxSidePx ?? longestPx) / longestPx);
  const sources: Record<string, string> = {};
  const missing = new Set<string>();
  for (const request of photoRequests(scene)) {
    const photo = sizedPhoto(readAsset(request.photoId));
    if (photo) sources[request.key] = sourceAddress(photo, request, scene, scale);
    else missing.add(request.photoId);
  }
  return { sources, missing: [...missing] };
}
