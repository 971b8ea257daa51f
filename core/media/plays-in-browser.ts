import type { AssetFact } from '../../shared/facts.ts';

const films = new Set(['h264', 'vp8', 'vp9', 'av1']);
const boxes = new Set(['video/mp4', 'video/quicktime', 'video/webm']);
const sounds = new Set(['aac', 'mp3', 'opus', 'vorbis', 'flac']);
const plainPixels = new Set(['yuv420p', 'yuvj420p', 'nv12']);

/** Beyond these a window drops frames while it plays. */
const longestSidePx = 1920;
const shortestSidePx = 1080;
const mostFramesPerSecond = 61;

/** Does every browser show this film as the export does, and in time? What shines, what is kept as half
 *  pictures, what is very large or fast, and what only some decode, does not. */
export function playsInBrowser({
  mime,
  film,
  widthPx = 0,
  heightPx = 0,
}: Pick<AssetFact, 'mime' | 'film' | 'widthPx' | 'heightPx'>): boolean {
  const isLarge =
    Math.max(widthPx, heightPx) > longestSidePx || Math.min(widthPx, heightPx) > shortestSidePx;
  if (isLarge || !boxes.has(mime)) return false;
  // Of films that came in long ago nothing more is known.
  if (!film) return true;
  const { codec, framesPerSecond, audio, pixelFormat = 'yuv420p' } = film;
  return (
    films.has(codec) &&
    plainPixels.has(pixelFormat) &&
    !film.isHdr &&
    !film.isInterlaced &&
    framesPerSecond <= mostFramesPerSecond &&
    (audio === undefined || sounds.has(audio.codec))
  );
}
