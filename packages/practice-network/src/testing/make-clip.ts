import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface ClipWish {
  widthPx: number;
  heightPx: number;
  seconds: number;
  framesPerSecond?: number;
  videoCodec?: string;
  withSound?: boolean;
}

/** A real clip, made by the ffmpeg of this machine. */
export function makeClip(wish: ClipWish): Buffer {
  const dir = mkdtempSync(join(tmpdir(), 'practice-clip-'));
  try {
    const path = join(dir, 'clip.mp4');
    const { widthPx, heightPx, seconds, framesPerSecond = 30, videoCodec = 'libx264' } = wish;
    const picture = `testsrc=size=${widthPx}x${heightPx}:rate=${framesPerSecond}`;
    const sound = wish.withSound === false ? [] : ['-f', 'lavfi', '-i', 'sine=sample_rate=48000'];
    const soundCodec = wish.withSound === false ? [] : ['-c:a', 'aac'];
    const quick = videoCodec === 'libx264' ? ['-preset', 'ultrafast'] : [];
    const codec = ['-c:v', videoCodec, ...quick, '-pix_fmt', 'yuv420p', ...soundCodec];
    const length = ['-t', String(seconds), '-movflags', '+faststart'];
    const input = ['-f', 'lavfi', '-i', picture, ...sound];
    execFileSync(ffmpegPath(), ['-v', 'error', ...input, ...length, ...codec, path]);
    return readFileSync(path);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function ffmpegPath(): string {
  const named = process.env['FFMPEG_PATH'];
  if (named !== undefined) return named;
  const onPath = (process.env['PATH'] ?? '').split(':').map((dir) => join(dir, 'ffmpeg'));
  const found = onPath.find((path) => existsSync(path));
  if (found !== undefined) return found;
  const installed: unknown = createRequire(import.meta.url)('@ffmpeg-installer/ffmpeg');
  return (installed as { path: string }).path;
}
