import { createClipDeck } from './clip-deck.ts';
import { frameAt, frameTimeMs } from './film-frames.ts';
import { createFramePainter, type FrameCounts } from './frame-painter.ts';
import { createPhotoShelf } from './photo-shelf.ts';
import { createFilmStills, stillMoment } from './film-stills.ts';
import type { ShownFilm } from './shown-film.ts';

/** The picture of a film: its photos, its clips and the canvas that it is drawn on. `timeNow` says where it
 *  stands when a frame of a clip comes late. */
export function createFilmPicture(timeNow: () => { timeMs: number; isPlaying: boolean }) {
  const shelf = createPhotoShelf();
  const clips = createClipDeck(() => wish());
  const painter = createFramePainter({ photo: shelf.get, clip: (layer) => clips.frame(layer) });
  const stills = createFilmStills(shelf.get);
  let film: ShownFilm | undefined;
  let newest = 0;
  let painting = 0;

  function paint(timeMs: number, isPlaying: boolean, fresh: boolean): void {
    if (!film) return;
    const { durationMs } = film.scene;
    const atMs = isPlaying ? timeMs : frameTimeMs(frameAt(timeMs, durationMs));
    clips.follow(film.scene, film.clips, atMs, isPlaying);
    painter.paint(timeMs, fresh);
  }
  /** Draws once before the screen's next picture, however often it is wished. */
  function wish(): void {
    if (painting || timeNow().isPlaying) return;
    painting = requestAnimationFrame(() => {
      painting = 0;
      const { timeMs, isPlaying } = timeNow();
      if (!isPlaying) paint(timeMs, false, true);
    });
  }
  return {
    wish,
    paint: (timeMs: number): void => paint(timeMs, true, false),
    /** Takes the place of the film before as soon as its photos are there; answers false when a newer one
     *  came meanwhile. */
    async show(next: ShownFilm): Promise<boolean> {
      newest += 1;
      const mine = newest;
      await shelf.prepare(next.sources);
      if (mine !== newest) return false;
      film = next;
      shelf.show(next.sources);
      painter.setFilm(next);
      wish();
      return true;
    },
    setCanvas(canvas: HTMLCanvasElement | undefined, widthPx: number): void {
      painter.setCanvas(canvas, widthPx);
      wish();
    },
    async still(timeMs: number, widthPx: number, signal: AbortSignal) {
      if (!film) return undefined;
      return stills.take({ film, timeMs: stillMoment(film.scene, timeMs), widthPx }, signal);
    },
    count: (): void => painter.count(),
    get counts(): FrameCounts {
      return painter.counts;
    },
    /** True when the clips show what was asked for. */
    get isSettled(): boolean {
      return painting === 0 && clips.isSettled;
    },
    dispose(): void {
      newest += 1;
      cancelAnimationFrame(painting);
      clips.dispose();
      stills.dispose();
      shelf.dispose();
      film = undefined;
    },
  };
}

export type FilmPicture = ReturnType<typeof createFilmPicture>;
