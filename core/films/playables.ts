import type { FilmSources } from '../../shared/contract/films.ts';
import type { AssetFact } from '../../shared/facts.ts';
import { readClipId } from '../../shared/scene/film/clip-id.ts';
import type { Scene } from '../../shared/scene/scene.ts';
import type { FilmsUses } from './films-uses.ts';

/** Addresses of the clips and sounds that a scene names and that are still there: what a browser does not
 *  play stands there as a copy, once it is made. */
export function playables(
  scene: Scene,
  uses: Pick<FilmsUses, 'library' | 'facts' | 'music'>,
): Pick<FilmSources, 'clips' | 'sounds' | 'music'> {
  const clips = clipsOf(scene, uses);
  const sounds: FilmSources['sounds'] = {};
  for (const { assetId } of scene.sounds ?? []) Object.assign(sounds, soundOf(assetId, uses));
  const trackId = scene.audio?.trackId;
  if (trackId === undefined) return { clips, sounds };
  if (trackId.startsWith('asset:')) {
    const own = soundOf(trackId.slice('asset:'.length), uses);
    return { clips, sounds: { ...sounds, ...own, ...musicIn(own) } };
  }
  sounds.music = `/media/tracks/${trackId}`;
  const track = uses.music(trackId);
  if (!track) return { clips, sounds };
  const { durationMs, shape } = track;
  return { clips, sounds, music: { durationMs, ...(shape && { shape }) } };
}

function musicIn(own: Record<string, string>): { music?: string } {
  const [music] = Object.values(own);
  return music === undefined ? {} : { music };
}

function clipsOf(
  scene: Scene,
  { library, facts }: Pick<FilmsUses, 'library' | 'facts'>,
): FilmSources['clips'] {
  const clips: FilmSources['clips'] = {};
  for (const layer of scene.layers) {
    if (layer.kind !== 'clip' || clips[layer.clipId]) continue;
    const { assetId, isSteady } = readClipId(layer.clipId);
    const [clip, asset] = [facts.clip(assetId), library.readAsset(assetId)];
    if (!clip || !asset) continue;
    const { widthPx, heightPx, durationMs } = clip;
    const url = filmAddress(asset, isSteady, library);
    clips[layer.clipId] = { url, widthPx, heightPx, durationMs };
  }
  return clips;
}

/** While a copy is being made, the film as it is. */
function filmAddress(
  asset: AssetFact,
  isSteady: boolean,
  { clipCopies }: FilmsUses['library'],
): string {
  if (isSteady && clipCopies.look(asset, 'steady').state === 'ready')
    return `/media/${asset.id}/steady`;
  const plain = isSteady ? clipCopies.peek(asset, 'play') : clipCopies.look(asset, 'play');
  return `/media/${asset.id}/${plain?.state === 'ready' ? 'play' : 'original'}`;
}

/** The sound of a film comes from its copy too, where there is one. */
function soundOf(assetId: string, { library }: Pick<FilmsUses, 'library'>): Record<string, string> {
  const asset = library.readAsset(assetId);
  if (!asset) return {};
  const isCopied =
    asset.kind === 'video' && library.clipCopies.peek(asset, 'play')?.state === 'ready';
  return { [assetId]: `/media/${assetId}/${isCopied ? 'play' : 'original'}` };
}
