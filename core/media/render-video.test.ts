import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Scene } from '../../shared/scene/scene.ts';
import { createMediaFactory, type MediaFactory } from '../../tests/support/media-factory.ts';
import { openTestLibrary, type TestLibrary } from '../../tests/support/test-library.ts';
import { resourcesDir } from '../../tests/support/test-tools.ts';
import { findFfmpeg } from './find-ffmpeg.ts';
import { readTracks } from './read-tracks.ts';
import { startTimeOf, writeProcessMark } from './worker/process-mark.ts';

let test: TestLibrary;
let make: MediaFactory;
let photo: string;

beforeEach(async () => {
  test = openTestLibrary();
  make = createMediaFactory(join(test.tools.folder, 'brought'));
  photo = await make.exifJpeg('photo.jpg', 1);
});
afterEach(() => test.close());

const musicDir = join(resourcesDir, 'music');

/** A small film: a photo that moves, words that fade in, music. */
function film(durationMs: number, withMusic: boolean): Scene {
  const box = { xPx: 0, yPx: 0, widthPx: 320, heightPx: 400 };
  const track = readTracks(musicDir)[0];
  return {
    format: '4:5',
    widthPx: 320,
    heightPx: 400,
    durationMs,
    background: '#204030',
    layers: [
      {
        id: 'photo',
        kind: 'photo',
        photoId: 'a',
        box,
        travel: {
          from: {
            xFrac: 0,
            yFrac: 0,
            widthFrac: 1,
            heightFrac: 1,
          },
          to: {
            xFrac: 0.1,
            yFrac: 0.1,
            widthFrac: 0.8,
            heightFrac: 0.8,
          },
          easing: 'linear',
        },
      },
      {
        id: 'words',
        kind: 'text',
        text: '12,90 €',
        box,
        style: {
          font: {
            family: 'Fraunces',
            weight: 600,
          },
          sizePx: 48,
          minSizePx: 20,
          colour: '#ffffff',
          maxLines: 1,
          lineHeight: 1.1,
          align: 'center',
          vertical: 'middle',
        },
        motions: [
          {
            when: 'in',
            kind: 'fade',
            durationMs: 400,
          },
        ],
      },
    ],
    ...(withMusic &&
      track && {
        audio: {
          trackId: track.id,
          startMs: 0,
          fadeInMs: 100,
          fadeOutMs: 500,
          volume: 0.9,
        },
      }),
  };
}

async function inputFor(scene: Scene) {
  const folder = (await test.library.makeWorkFolder()).path;
  const track = readTracks(musicDir).find((one) => one.id === scene.audio?.trackId);
  return {
    scene,
    photos: { a: photo },
    folder,
    ...(track && { sounds: { [track.id]: join(musicDir, track.file) } }),
    path: join(folder, 'video.mp4'),
    thumbPath: join(folder, 'thumb.webp'),
  };
}

type Stream = Record<string, string | number | undefined>;
async function probe(path: string, ...more: string[]) {
  const { ffprobePath } = await findFfmpeg();
  const args = ['-v', 'error', '-show_format', '-show_streams', ...more, '-of', 'json', path];
  return JSON.parse(execFileSync(ffprobePath, args, { encoding: 'utf8' })) as {
    streams: Stream[];
    format: { duration: string; tags?: Record<string, string> };
    frames?: { key_frame: number }[];
  };
}

describe('a video', () => {
  it('is H.264 High and AAC as both networks take it, without camera data', async () => {
    const input = await inputFor(film(2200, true));
    const seen: number[] = [];
    const options = { onProgress: (frac: number) => void seen.push(frac) };
    const made = await test.library.workers.run('renderVideo', input, options);
    expect(made).toMatchObject({ widthPx: 320, heightPx: 400, durationMs: 2200 });
    const { streams, format, frames } = await probe(
      made.path,
      '-select_streams',
      'v',
      '-show_frames',
      '-show_entries',
      'frame=key_frame',
    );
    expect(streams[0]).toMatchObject({
      codec_name: 'h264',
      profile: 'High',
      pix_fmt: 'yuv420p',
      width: 320,
      height: 400,
      r_frame_rate: '30/1',
      avg_frame_rate: '30/1',
      nb_frames: '66',
      color_space: 'bt709',
      color_primaries: 'bt709',
      color_transfer: 'bt709',
      color_range: 'tv',
    });
    const keyframes = (frames ?? []).flatMap((frame, index) => (frame.key_frame ? [index] : []));
    const gaps = keyframes.map((at, index) => (keyframes[index + 1] ?? 66) - at);
    expect(keyframes[0]).toBe(0);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(60);
    const all = await probe(made.path);
    const audio = all.streams.find((stream) => stream['codec_type'] === 'audio');
    expect(audio).toMatchObject({ codec_name: 'aac', sample_rate: '48000', channels: 2 });
    expect(Math.abs(Number(format.duration) - 2.2)).toBeLessThanOrEqual(0.034);
    const bytes = readFileSync(made.path);
    expect(bytes.includes('CanaryCam')).toBe(false);
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
    expect(seen.length).toBeGreaterThan(3);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(readdirSync(input.folder).toSorted()).toEqual([
      'ffmpeg.json',
      'sound.wav',
      'thumb.webp',
      'video.mp4',
    ]);
  });

  it('is silent when no music was asked for', async () => {
    const made = await test.library.workers.run('renderVideo', await inputFor(film(500, false)));
    expect((await probe(made.path)).streams).toHaveLength(1);
  });
});

/** 2 s at 30 fps in which frame n has the light 16 + 3n. */
async function lighterFilm(): Promise<string> {
  const { ffmpegPath } = await findFfmpeg();
  const path = join(test.tools.folder, 'lighter.mp4');
  const graph = "color=black:s=64x80:r=30:d=2,format=yuv420p,geq=lum='16+3*N':cb=128:cr=128";
  const coding = ['-c:v', 'libx264', '-preset', 'ultrafast', '-qp', '4', path];
  execFileSync(ffmpegPath, ['-nostdin', '-v', 'error', '-f', 'lavfi', '-i', graph, ...coding]);
  return path;
}

describe('a clip in a video', () => {
  it('is played at its moments and its speed, then stands at its last frame', async () => {
    const box = { xPx: 0, yPx: 0, widthPx: 320, heightPx: 400 };
    const played = { id: 'c', kind: 'clip', clipId: 'k', box, inMs: 200, fromMs: 500 } as const;
    const clip = { ...played, speed: 2 };
    const scene: Scene = { ...film(1000, false), background: '#000000', layers: [clip] };
    const input = { ...(await inputFor(scene)), clips: { k: await lighterFilm() } };
    const made = await test.library.workers.run('renderVideo', input);
    const { ffmpegPath } = await findFfmpeg();
    const pixel = ['-vf', 'scale=1:1:flags=area', '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'];
    const colours = [...execFileSync(ffmpegPath, ['-v', 'error', '-i', made.path, ...pixel])];
    const lights = colours.filter((_, at) => at % 3 === 1);
    // The first 6 frames are before it; its film ends 22 frames later.
    const wanted = lights.map((_, at) =>
      at < 6 ? 0 : (3 * Math.min(59, 15 + 2 * (at - 6)) * 255) / 219,
    );
    const apart = lights.map((light, at) => Math.abs(light - (wanted[at] ?? 0)));
    expect(lights).toHaveLength(30);
    expect(Math.max(...apart)).toBeLessThanOrEqual(4);
  });

  it('that is gone or no film ends the video by name, with nothing left', async () => {
    const box = { xPx: 0, yPx: 0, widthPx: 320, heightPx: 400 };
    const clip = { id: 'c', kind: 'clip', clipId: 'k', box, fromMs: 0 } as const;
    const input = await inputFor({ ...film(500, false), layers: [clip] });
    const run = (clips: Record<string, string>) =>
      test.library.workers.run('renderVideo', { ...input, clips });
    await expect(run({})).rejects.toMatchObject({ code: 'clip-missing' });
    await expect(run({ k: make.playlist() })).rejects.toMatchObject({ code: 'clip-unreadable' });
    expect(existsSync(input.path)).toBe(false);
  });
});

describe('a video that cannot be finished', () => {
  it('F78 leaves no file when ffmpeg is killed, and says so by name', async () => {
    const input = await inputFor(film(60_000, false));
    const mark = join(input.folder, 'ffmpeg.json');
    const onProgress = () => {
      if (!existsSync(mark)) return;
      process.kill((JSON.parse(readFileSync(mark, 'utf8')) as { pid: number }).pid, 'SIGKILL');
    };
    await expect(
      test.library.workers.run('renderVideo', input, { onProgress }),
    ).rejects.toMatchObject({ code: 'video-failed', params: { signal: 'SIGKILL' } });
    expect(existsSync(input.path)).toBe(false);
  });

  it('stops at once when it is cancelled, and its ffmpeg with it', async () => {
    const input = await inputFor(film(60_000, false));
    const stop = new AbortController();
    const onProgress = (frac: number) => {
      if (frac > 0) stop.abort(new Error('enough'));
    };
    const made = test.library.workers.run('renderVideo', input, {
      signal: stop.signal,
      onProgress,
    });
    await expect(made).rejects.toThrow('enough');
    const { pid } = JSON.parse(readFileSync(join(input.folder, 'ffmpeg.json'), 'utf8')) as {
      pid: number;
    };
    expect(['Z', undefined]).toContain(stateOf(pid));
    expect(existsSync(input.path)).toBe(false);
  });

  it('F77 names a missing ffmpeg', async () => {
    await expect(findFfmpeg({ FFMPEG_PATH: '/nowhere/ffmpeg' })).rejects.toMatchObject({
      code: 'ffmpeg-missing',
      params: { wanted: '/nowhere/ffmpeg' },
    });
  });

  it('F77 names an ffmpeg that cannot encode H.264', async () => {
    const fake = join(test.tools.folder, 'ffmpeg');
    writeFileSync(fake, '#!/bin/sh\necho "ffmpeg version 4.0"\n');
    writeFileSync(join(test.tools.folder, 'ffprobe'), '#!/bin/sh\n');
    chmodSync(fake, 0o755);
    await expect(findFfmpeg({ FFMPEG_PATH: fake })).rejects.toMatchObject({
      params: { wanted: 'ffmpeg (libx264)' },
    });
  });
});

describe('F24 an ffmpeg that outlived its studio', () => {
  it('is ended at the next start when both pid and start time match', async () => {
    const folder = join(test.dataDir, 'work', 'left');
    mkdirSync(folder, { recursive: true });
    const child = spawn('sleep', ['300'], { stdio: 'ignore' });
    const ended = new Promise((resolve) => child.on('exit', (_code, signal) => resolve(signal)));
    writeProcessMark(join(folder, 'ffmpeg.json'), child.pid ?? 0);
    await test.library.sweep();
    expect(await ended).toBe('SIGKILL');
    expect(existsSync(folder)).toBe(false);
  });

  it('leaves a stranger alone that got the same pid', async () => {
    const folder = join(test.dataDir, 'work', 'left');
    mkdirSync(folder, { recursive: true });
    const child = spawn('sleep', ['300'], { stdio: 'ignore' });
    const mark = { pid: child.pid, startTime: 'another time' };
    writeFileSync(join(folder, 'ffmpeg.json'), JSON.stringify(mark));
    await test.library.sweep();
    expect(startTimeOf(child.pid ?? 0)).toBeDefined();
    expect(child.exitCode ?? child.signalCode).toBeNull();
    child.kill('SIGKILL');
  });
});

function stateOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[0];
  } catch {
    return undefined;
  }
}
