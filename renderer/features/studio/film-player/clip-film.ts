/** Instants in whole milliseconds lie up to this much beside their frame. */
const slackMs = 2;
/** While it plays: beyond this it jumps, beyond that it hurries or waits a little. */
const jumpMs = 160;
const leanMs = 12;

/** One film in a `<video>` that nobody sees, muted: its frames are drawn. `onFrame` is told when the frame of
 *  a new place is there. */
export function createClipFilm(url: string, onFrame: () => void) {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.preload = 'auto';
  video.disablePictureInPicture = true;
  video.src = url;
  let wish: number | undefined;
  let isGone = false;

  const inFilm = (sourceMs: number): number => {
    const lastMs = Number.isFinite(video.duration) ? video.duration * 1000 - 1 : sourceMs;
    return (Math.max(0, Math.min(sourceMs, lastMs)) + slackMs) / 1000;
  };
  /** The last wish wins: while it seeks, newer ones wait, and of these only the last is followed. */
  const seek = (sourceMs: number): void => {
    wish = sourceMs;
    if (video.seeking || video.readyState === 0) return;
    const seconds = inFilm(wish);
    wish = undefined;
    if (Math.abs(video.currentTime - seconds) < 0.0005) return;
    video.currentTime = seconds;
  };
  const follow = (): void => {
    if (isGone) return;
    if (wish !== undefined) seek(wish);
    if (!video.seeking) onFrame();
  };
  video.addEventListener('loadeddata', follow);
  video.addEventListener('seeked', follow);

  return {
    video,
    /** Stands still at this moment of its own. */
    rest(sourceMs: number): void {
      if (!video.paused) video.pause();
      seek(sourceMs);
    },
    /** Plays, and is at this moment of its own now. */
    run(sourceMs: number, speed: number): void {
      if (video.readyState < 2 || video.seeking) return;
      const apartMs = sourceMs - video.currentTime * 1000;
      if (sourceMs >= video.duration * 1000) return video.pause();
      if (video.paused) void video.play().catch(() => undefined);
      if (Math.abs(apartMs) > jumpMs * Math.max(1, speed)) return seek(sourceMs);
      const lean = Math.abs(apartMs) > leanMs ? Math.max(-0.1, Math.min(0.1, apartMs / 500)) : 0;
      const rate = speed * (1 + lean);
      if (Math.abs(video.playbackRate - rate) > 0.005) video.playbackRate = rate;
    },
    get hasFrame(): boolean {
      return video.readyState >= 2;
    },
    /** True when it shows what was last asked for. */
    get isSettled(): boolean {
      return (
        video.error !== null || (video.readyState >= 2 && !video.seeking && wish === undefined)
      );
    },
    dispose(): void {
      isGone = true;
      video.pause();
      video.removeAttribute('src');
      // Without this the browser keeps the film's decoder.
      video.load();
    },
  };
}

export type ClipFilm = ReturnType<typeof createClipFilm>;
