import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClipPlan } from '../clip-arguments.ts';
import { canTone, findFfmpeg, type FoundFfmpeg } from '../find-ffmpeg.ts';
import { openClipFrames } from './clip-frames.ts';

let folder: string;
let ffmpeg: FoundFfmpeg;
/** 2 s at 30 fps in which frame n is grey of 16 + 3n. */
let steady: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clip-'));
  ffmpeg = await findFfmpeg();
  steady = make('steady.mp4', 'color=black:s=64x48:r=30:d=2', '16+3*N');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function make(name: string, source: string, light: string, ...more: string[]): string {
  const path = join(folder, name);
  const graph = `${source},format=yuv420p,geq=lum='${light}':cb=128:cr=128`;
  const base = ['-nostdin', '-v', 'error', '-y', '-f', 'lavfi', '-i', graph];
  const coding = ['-c:v', 'libx264', '-preset', 'ultrafast', '-qp', '4'];
  execFileSync(ffmpeg.ffmpegPath, [...base, ...coding, ...more, path]);
  return path;
}

const plan = (path: string, more: Partial<ClipPlan> = {}): ClipPlan => ({
  path,
  source: { widthPx: 64, heightPx: 48 },
  fromMs: 0,
  speed: 1,
  frames: 10,
  framesPerSecond: 30,
  box: { widthPx: 32, heightPx: 24 },
  matrix: 'auto',
  ...more,
});

async function play(asked: ClipPlan): Promise<Buffer[]> {
  const signal = new AbortController().signal;
  const frames = openClipFrames(ffmpeg.ffmpegPath, asked, { folder, signal });
  const seen: Buffer[] = [];
  for (let frame = await frames.next(); frame; frame = await frames.next())
    seen.push(Buffer.from(frame));
  return seen;
}

/** Which frame of the source a played one shows, by how light its middle is. */
function sourceFrame(frame: Buffer, { box }: ClipPlan): number {
  const at = ((box.heightPx >> 1) * box.widthPx + (box.widthPx >> 1)) * 4;
  return Math.round(((frame[at] ?? 0) * 219) / 255 / 3);
}
const played = async (asked: ClipPlan): Promise<number[]> =>
  (await play(asked)).map((frame) => sourceFrame(frame, asked));

describe('a film played frame by frame', () => {
  it('begins at the very frame that it shows then, at any speed', async () => {
    const ten = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
    expect(await played(plan(steady))).toEqual(ten);
    expect(await played(plan(steady, { fromMs: 500 }))).toEqual(ten.map((n) => 15 + n));
    // Between two frames it is still the earlier one that is seen.
    expect(await played(plan(steady, { fromMs: 1290, frames: 2 }))).toEqual([38, 39]);
    expect(await played(plan(steady, { speed: 2, frames: 4 }))).toEqual([0, 2, 4, 6]);
    expect(await played(plan(steady, { speed: 0.5, frames: 5 }))).toEqual([0, 0, 1, 1, 2]);
  });

  it('shows a film of uneven rate in even time', async () => {
    const uneven = make(
      'uneven.mkv',
      "color=black:s=64x48:r=30:d=1,select='not(mod(n,3))+eq(n,4)'",
      '16+3*(30*T)',
      ...['-vsync', 'vfr'],
    );
    expect(await played(plan(uneven))).toEqual([0, 0, 0, 3, 4, 4, 6, 6, 6, 9]);
  });

  it('ends with the film, and no sooner', async () => {
    expect(await played(plan(steady, { fromMs: 1900, frames: 30 }))).toEqual([57, 58, 59]);
  });

  it('stands upright and is cut to its box around what matters', async () => {
    const halves = make('halves.mp4', 'color=black:s=64x48:r=30:d=0.2', 'if(lt(X,32),60,200)');
    const turned = join(folder, 'turned.mp4');
    const turn = ['-c', 'copy', '-metadata:s:v:0', 'rotate=90', turned];
    execFileSync(ffmpeg.ffmpegPath, ['-v', 'error', '-y', '-i', halves, ...turn]);
    const upright = { source: { widthPx: 48, heightPx: 64 }, box: { widthPx: 48, heightPx: 8 } };
    const [top] = await play(
      plan(turned, { ...upright, focus: { xFrac: 0.5, yFrac: 0 }, frames: 1 }),
    );
    const [foot] = await play(
      plan(turned, { ...upright, focus: { xFrac: 0.5, yFrac: 1 }, frames: 1 }),
    );
    const crop = { xFrac: 0, yFrac: 0, widthFrac: 1, heightFrac: 0.5 };
    const [cropped] = await play(
      plan(turned, { ...upright, crop, focus: { xFrac: 0.5, yFrac: 1 }, frames: 1 }),
    );
    expect(top).toHaveLength(48 * 8 * 4);
    const [light, dark] = [top?.[0] ?? 0, foot?.[0] ?? 0].toSorted((a, b) => b - a);
    expect((light ?? 0) - (dark ?? 0)).toBeGreaterThan(140);
    expect(Math.abs((cropped?.[0] ?? 0) - (top?.[0] ?? 0))).toBeLessThan(4);
  });

  it('brings a film that shines down to a screen, where this ffmpeg can', async () => {
    // White of paper in PQ stands at 58 % of its range; played as it is, it would be a grey.
    const tags = ['-color_primaries', 'bt2020', '-color_trc', 'smpte2084', '-colorspace'];
    const path = make(
      'bright.mp4',
      'color=black:s=64x48:r=30:d=0.1',
      '16+127',
      ...tags,
      'bt2020nc',
    );
    const [plain] = await play(plan(path, { frames: 1 }));
    const able = await canTone(ffmpeg.ffmpegPath);
    const [toned] = able ? await play(plan(path, { frames: 1, tones: true })) : [plain];
    expect(plain?.[0]).toBeLessThan(160);
    if (able) expect(toned?.[0]).toBeGreaterThan(175);
  });

  it('says so when it cannot be read', async () => {
    const path = join(folder, 'none.mp4');
    writeFileSync(path, 'ffconcat version 1.0\nfile steady.mp4\n');
    await expect(play(plan(path))).rejects.toMatchObject({ code: 'clip-unreadable' });
  });

  it('reads ahead a few frames only, and ends when nobody wants more', async () => {
    const stop = new AbortController();
    const long = plan(steady, { frames: 60, box: { widthPx: 1080, heightPx: 810 } });
    const options = { folder, signal: stop.signal };
    const frames = openClipFrames(ffmpeg.ffmpegPath, long, options);
    expect(sourceFrame((await frames.next()) ?? Buffer.alloc(0), long)).toBe(0);
    stop.abort(new Error('enough'));
    await expect(frames.next()).rejects.toThrow('enough');
    await frames.ended;
  });
});
