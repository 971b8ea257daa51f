import type { FilmSources } from '../../../../shared/contract/films.ts';
import { clipMoment } from '../../../../shared/scene/clip-moment.ts';
import type { ClipFrame } from '../../../../shared/scene/draw-context.ts';
import type { ClipLayer, Scene } from '../../../../shared/scene/scene.ts';
import { createClipFilm, type ClipFilm } from './clip-film.ts';
import { clipSeen } from './clip-seen.ts';

/** A clip is made ready this long before it comes, and kept this long after it went. */
const aheadMs = 1500;
const behindMs = 500;

type Clips = FilmSources['clips'];

/** Keeps the clips around the present moment as films in step with it, and no others. */
export function createClipDeck(onFrame: () => void) {
  const films = new Map<string, { film: ClipFilm; url: string }>();

  function filmOf(layer: ClipLayer, clips: Clips): ClipFilm | undefined {
    const url = clips[layer.clipId]?.url;
    const found = films.get(layer.id);
    if (found && found.url === url) return found.film;
    found?.film.dispose();
    films.delete(layer.id);
    if (url === undefined) return undefined;
    const film = createClipFilm(url, onFrame);
    films.set(layer.id, { film, url });
    return film;
  }

  function place(film: ClipFilm, layer: ClipLayer, timeMs: number, isPlaying: boolean): void {
    const sourceMs = clipMoment(layer, timeMs);
    const isOn = timeMs >= (layer.inMs ?? 0) && timeMs < (layer.outMs ?? Infinity);
    if (isPlaying && isOn) film.run(sourceMs, layer.speed ?? 1);
    else film.rest(sourceMs);
  }

  return {
    /** Brings every clip to where the film is. */
    follow(scene: Scene, clips: Clips, timeMs: number, isPlaying: boolean): void {
      const near = new Set<string>();
      for (const layer of scene.layers) {
        if (layer.kind !== 'clip' || layer.hidden || !isNear(layer, scene, timeMs)) continue;
        near.add(layer.id);
        const film = filmOf(layer, clips);
        if (film) place(film, layer, timeMs, isPlaying);
      }
      for (const [id, { film }] of films) {
        if (near.has(id)) continue;
        film.dispose();
        films.delete(id);
      }
    },
    frame(layer: ClipLayer): ClipFrame | undefined {
      const film = films.get(layer.id)?.film;
      if (!film?.hasFrame) return undefined;
      const { videoWidth: widthPx, videoHeight: heightPx } = film.video;
      return { image: film.video, seen: clipSeen(layer, { widthPx, heightPx }) };
    },
    get isSettled(): boolean {
      return [...films.values()].every(({ film }) => film.isSettled);
    },
    dispose(): void {
      for (const { film } of films.values()) film.dispose();
      films.clear();
    },
  };
}

export type ClipDeck = ReturnType<typeof createClipDeck>;

function isNear({ inMs = 0, outMs }: ClipLayer, scene: Scene, timeMs: number): boolean {
  return timeMs > inMs - aheadMs && timeMs < (outMs ?? scene.durationMs) + behindMs;
}
