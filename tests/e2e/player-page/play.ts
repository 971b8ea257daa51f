/// <reference lib="dom" />
// Runs in the browser: the film player's engine on a bare page, for what can only be seen there.
import {
  createFilmEngine,
  type FilmEngine,
  type FilmState,
} from '../../../renderer/features/studio/film-player/film-engine.ts';
import type { PlayerSources } from '../../../renderer/features/studio/film-player/use-player.ts';
import { loadSceneFonts } from '../../../renderer/ui/scene-fonts.ts';

const fonts = loadSceneFonts((file) => `/resources/fonts/${file}`);
const listeners = new Set<() => void>();
let engine: FilmEngine | undefined;
let state: FilmState | undefined;

const canvas = document.querySelector('canvas') ?? document.createElement('canvas');

/** Once this holds; looked at whenever something moves. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((painted) => requestAnimationFrame(painted));
}

async function open(film: PlayerSources): Promise<void> {
  engine?.dispose();
  engine = createFilmEngine((next) => {
    state = next;
    for (const listener of listeners) listener();
  });
  engine.setCanvas(canvas, canvas.clientWidth * devicePixelRatio);
  await engine.show({ ...film, fonts: await fonts });
}

/** Red, green and blue of a place, in shares of the picture. */
function colourAt(xFrac: number, yFrac: number): number[] {
  const ctx = canvas.getContext('2d');
  const [x, y] = [Math.floor(canvas.width * xFrac), Math.floor(canvas.height * yFrac)];
  return [...(ctx?.getImageData(x, y, 1, 1).data.slice(0, 3) ?? [])];
}

Object.assign(window, {
  player: {
    open,
    until,
    colourAt,
    engine: () => engine,
    state: () => state,
    /** Seeks and waits until the picture of that moment is drawn. */
    async seek(timeMs: number): Promise<void> {
      engine?.seek(timeMs);
      await until(() => engine?.isSettled() === true);
    },
    /** The middle of the small picture of a moment, and whether it was kept from before. */
    async stillAt(timeMs: number): Promise<{ colour: number[]; wasKept: boolean }> {
      const { signal } = new AbortController();
      const made = await engine?.still(timeMs, 36, signal);
      const again = await engine?.still(timeMs, 36, signal);
      const pixel = made?.getContext('2d')?.getImageData(18, 32, 1, 1).data.slice(0, 3) ?? [];
      return { colour: [...pixel], wasKept: made !== undefined && again === made };
    },
    /** Plays to the end and answers what became of the frames. */
    async playThrough(): Promise<object | undefined> {
      const apart: number[] = [];
      engine?.play(0);
      while (state?.isPlaying) {
        const heardMs = engine?.heardMs();
        if (heardMs !== undefined && heardMs > 0) apart.push(heardMs - (engine?.timeMs() ?? 0));
        await new Promise((painted) => requestAnimationFrame(painted));
      }
      return { ...engine?.counts(), apart, canvasPx: canvas.width };
    },
  },
});
