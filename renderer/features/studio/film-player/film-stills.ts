import { clipMoment } from '../../../../shared/scene/clip-moment.ts';
import { drawScene, type SceneAssets } from '../../../../shared/scene/draw-scene.ts';
import { frameSignature } from '../../../../shared/scene/frame-signature.ts';
import type { ClipLayer, Scene } from '../../../../shared/scene/scene.ts';
import { ownCanvas } from '../../../ui/own-canvas.ts';
import { createClipFilm, type ClipFilm } from './clip-film.ts';
import { standsAt } from './clip-frames.ts';
import { clipSeen } from './clip-seen.ts';
import { frameAt, frameTimeMs } from './film-frames.ts';
import type { ShownFilm } from './shown-film.ts';

/** So many small pictures are kept; the oldest go first. */
const mostKept = 120;

type Still = { film: ShownFilm; timeMs: number; widthPx: number };

/** Small pictures of moments of a film, drawn one after another and kept for as long as nothing that is
 *  seen in them changes. */
export function createFilmStills(photo: SceneAssets['photo']) {
  const kept = new Map<string, OffscreenCanvas>();
  const clips = new Map<string, ClipFilm>();
  let turn: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let isGone = false;

  function letGo(): void {
    for (const film of clips.values()) film.dispose();
    clips.clear();
  }
  async function make(still: Still, signal: AbortSignal): Promise<OffscreenCanvas | undefined> {
    const key = stillKey(still);
    const found = kept.get(key);
    if (found || isGone || signal.aborted) return found;
    // One picture at a time between what the hand does.
    await new Promise((resolve) => setTimeout(resolve));
    if (isGone || signal.aborted) return undefined;
    await seekClips(still, clips);
    if (isGone || signal.aborted) return undefined;
    const made = drawStill(still, photo, clips);
    kept.set(key, made);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return made;
  }
  return {
    /** In its turn; nothing when it is no longer wanted. */
    async take(still: Still, signal: AbortSignal): Promise<OffscreenCanvas | undefined> {
      waiting += 1;
      const mine = turn.then(() => make(still, signal));
      turn = mine.catch(() => undefined);
      try {
        return await mine;
      } finally {
        waiting -= 1;
        // Films cost a decoder each: none stays open for pictures that nobody waits for.
        if (waiting === 0) letGo();
      }
    },
    dispose(): void {
      isGone = true;
      kept.clear();
      letGo();
    },
  };
}

/** All that is seen in it. */
function stillKey({ film: { scene, sources, clips }, timeMs, widthPx }: Still): string {
  const { background, format } = scene;
  const layers = scene.layers.filter((layer) => isSeen(layer, scene, timeMs));
  const films = layers.map((layer) => (layer.kind === 'clip' ? clips[layer.clipId]?.url : ''));
  const photos = layers.some(({ kind }) => kind === 'photo' || kind === 'logo') ? sources : {};
  const looks = [widthPx, format, background, layers, films, photos];
  return JSON.stringify([...looks, frameSignature(scene, timeMs)]);
}

function isSeen({ inMs = 0, outMs }: Scene['layers'][number], scene: Scene, timeMs: number) {
  return timeMs >= inMs && timeMs <= (outMs ?? scene.durationMs);
}

/** Opens the films that are seen then, each at its moment. */
async function seekClips(still: Still, open: Map<string, ClipFilm>): Promise<void> {
  const { film, timeMs } = still;
  for (const layer of film.scene.layers) {
    const url = layer.kind === 'clip' ? film.clips[layer.clipId]?.url : undefined;
    if (layer.kind !== 'clip' || !url || !isSeen(layer, film.scene, timeMs)) continue;
    await standAt(layer, url, timeMs, open);
  }
}

function standAt(
  layer: ClipLayer,
  url: string,
  timeMs: number,
  open: Map<string, ClipFilm>,
): Promise<void> {
  const film = open.get(layer.id) ?? createClipFilm(url, () => undefined);
  open.set(layer.id, film);
  return standsAt(film, clipMoment(layer, timeMs));
}

function drawStill(
  { film: { scene, fonts }, timeMs, widthPx }: Still,
  photo: SceneAssets['photo'],
  open: ReadonlyMap<string, ClipFilm>,
): OffscreenCanvas {
  const scale = widthPx / scene.widthPx;
  const canvas = new OffscreenCanvas(widthPx, Math.max(1, Math.round(scene.heightPx * scale)));
  const ctx = canvas.getContext('2d', { willReadFrequently: true });
  if (!ctx) throw new Error('no canvas');
  ctx.scale(scale, canvas.height / scene.heightPx);
  const clip = (layer: ClipLayer) => {
    const film = open.get(layer.id);
    if (!film?.hasFrame) return undefined;
    const size = { widthPx: film.video.videoWidth, heightPx: film.video.videoHeight };
    return { image: film.video, seen: clipSeen(layer, size) };
  };
  drawScene(ctx, scene, timeMs, { photo, clip, fonts, canvas: ownCanvas });
  return canvas;
}

/** The moment whose picture stands for a stretch of a film. */
export function stillMoment(scene: Pick<Scene, 'durationMs'>, timeMs: number): number {
  return frameTimeMs(frameAt(timeMs, scene.durationMs));
}
