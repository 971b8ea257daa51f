import { coverCrop } from '../../../../shared/scene/photo-requests.ts';
import { createClipFilm, type ClipFilm } from './clip-film.ts';

type Wish = { url: string; lengthMs: number; frames: number; canvas: HTMLCanvasElement };

const middle = { xFrac: 0.5, yFrac: 0.5 };

/** Draws moments of a clip side by side, each as it comes; the film is let go of at the end. What the
 *  browser cannot play leaves the canvas empty. */
export async function drawClipFrames(
  { url, lengthMs, frames, canvas }: Wish,
  signal: AbortSignal,
): Promise<void> {
  const heightPx = Math.round(canvas.clientHeight * devicePixelRatio);
  const widthPx = Math.round(canvas.clientWidth * devicePixelRatio);
  canvas.width = widthPx;
  canvas.height = heightPx;
  const ctx = canvas.getContext('2d', { willReadFrequently: true });
  const film = createClipFilm(url, () => undefined);
  try {
    for (let index = 0; index < frames && ctx; index++) {
      await standsAt(film, ((index + 0.5) / frames) * lengthMs, signal);
      if (signal.aborted || !film.hasFrame) return;
      const left = Math.round((index * widthPx) / frames);
      const tile = { widthPx: Math.round(((index + 1) * widthPx) / frames) - left, heightPx };
      const { videoWidth, videoHeight } = film.video;
      const seen = { widthPx: videoWidth, heightPx: videoHeight };
      const cut = coverCrop(seen, { ...tile, focus: middle });
      ctx.drawImage(
        film.video,
        ...([cut.leftPx, cut.topPx, cut.widthPx, cut.heightPx] as const),
        ...([left, 0, tile.widthPx, heightPx] as const),
      );
    }
  } finally {
    film.dispose();
  }
}

/** Answers once the film shows that moment, cannot, or is no longer wanted. */
export function standsAt(film: ClipFilm, sourceMs: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = new AbortController();
    const look = () => {
      if (!film.isSettled && !signal?.aborted) return;
      done.abort();
      resolve();
    };
    for (const event of ['seeked', 'loadeddata', 'error', 'emptied'])
      film.video.addEventListener(event, look, { signal: done.signal });
    signal?.addEventListener('abort', look, { signal: done.signal });
    film.rest(sourceMs);
    look();
  });
}
