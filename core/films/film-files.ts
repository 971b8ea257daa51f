import { Problem } from '../../shared/contract/problem.ts';
import type { AssetFact } from '../../shared/facts.ts';
import { readClipId } from '../../shared/scene/film/clip-id.ts';
import { photoRequests } from '../../shared/scene/photo-requests.ts';
import type { Scene } from '../../shared/scene/scene.ts';
import type { FilmsUses } from './films-uses.ts';

type Uses = Pick<FilmsUses, 'library' | 'music'>;

/** The files that a scene names: photos, clips and sounds by id, and its music. Waits for steadied clips
 *  to be made. Throws when a file is gone. */
export async function filesOf(uses: Uses, scene: Scene, signal: AbortSignal) {
  const { library } = uses;
  const photos: Record<string, string> = {};
  for (const { photoId } of photoRequests(scene))
    photos[photoId] = known(library, photoId, 'photo-missing').path;
  const clips: Record<string, string> = {};
  for (const layer of scene.layers)
    if (layer.kind === 'clip')
      clips[layer.clipId] ??= await clipFile(library, layer.clipId, signal);
  return { photos, clips, ...soundFiles(uses, scene) };
}

function known(
  library: Uses['library'],
  assetId: string,
  missing: 'photo-missing' | 'clip-missing',
): AssetFact {
  const asset = library.readAsset(assetId);
  if (!asset) throw new Problem(missing);
  return asset;
}

function clipFile(
  library: Uses['library'],
  clipId: string,
  signal: AbortSignal,
): string | Promise<string> {
  const { assetId, isSteady } = readClipId(clipId);
  const asset = known(library, assetId, 'clip-missing');
  return isSteady ? library.clipCopies.need(asset, 'steady', signal) : asset.path;
}

function soundFiles({ library, music }: Uses, scene: Scene) {
  const sounds: Record<string, string> = {};
  for (const { assetId } of scene.sounds ?? [])
    sounds[assetId] = known(library, assetId, 'clip-missing').path;
  const trackId = scene.audio?.trackId;
  if (trackId === undefined) return { sounds };
  if (trackId.startsWith('asset:')) {
    sounds[trackId] = known(library, trackId.slice('asset:'.length), 'clip-missing').path;
    return { sounds };
  }
  const track = music(trackId);
  if (track) sounds[trackId] = track.path;
  return { sounds, ...(track && { music: track }) };
}
