import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeClip } from '../testing/make-clip.ts';
import { readMp4Facts } from './mp4-boxes.ts';
import { probeVideo } from './probe-video.ts';
import { instagramVideoProblem, pageVideoProblem } from './video-rules.ts';

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'practice-mp4-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function write(name: string, bytes: Buffer): string {
  const path = join(dir, name);
  writeFileSync(path, bytes);
  return path;
}

const clip = (): Buffer => makeClip({ widthPx: 320, heightPx: 240, seconds: 3 });

test('the boxes tell size, length, rate and codecs', async () => {
  const bytes = clip();
  const facts = await readMp4Facts(write('a.mp4', bytes));
  expect(facts).toMatchObject({
    widthPx: 320,
    heightPx: 240,
    videoCodec: 'avc1',
    audioCodec: 'mp4a',
    sizeBytes: bytes.length,
  });
  expect(facts?.durationMs).toBeCloseTo(3000, -2);
  expect(facts?.framesPerSecond).toBeCloseTo(30, 0);
});

test('what is cut, empty, foreign or nonsense is no clip', async () => {
  const bytes = clip();
  const cases = {
    'cut.mp4': bytes.subarray(0, 200),
    'empty.mp4': Buffer.alloc(0),
    'text.mp4': Buffer.from('ffconcat version 1.0\nfile secret.mp4\n'),
    'playlist.mp4': Buffer.from('#EXTM3U\n'),
    'zeros.mp4': Buffer.alloc(4096),
    'huge-box.mp4': Buffer.concat([
      Buffer.from('00000018667479706d703432', 'hex'),
      Buffer.alloc(12),
      Buffer.from('7fffffff6d6f6f76', 'hex'),
    ]),
  };
  for (const [name, content] of Object.entries(cases)) {
    expect(await readMp4Facts(write(name, content))).toBeUndefined();
    expect(await probeVideo(join(dir, name))).toBeUndefined();
  }
});

test('a clip without sound is a clip', async () => {
  const silent = makeClip({ widthPx: 320, heightPx: 240, seconds: 3, withSound: false });
  const facts = await probeVideo(write('silent.mp4', silent));
  expect(facts?.audioCodec).toBeUndefined();
  expect(facts && instagramVideoProblem(facts, 'REELS')).toBeUndefined();
});

test('another codec, a slow rate and a wrong length are refused', async () => {
  const old = await probeVideo(
    write('old.mp4', makeClip({ widthPx: 320, heightPx: 240, seconds: 3, videoCodec: 'mpeg4' })),
  );
  const slow = await probeVideo(
    write('slow.mp4', makeClip({ widthPx: 320, heightPx: 240, seconds: 4, framesPerSecond: 10 })),
  );
  const short = await probeVideo(
    write('short.mp4', makeClip({ widthPx: 320, heightPx: 240, seconds: 1 })),
  );
  for (const facts of [old, slow, short]) {
    expect(facts).toBeDefined();
    expect(facts && instagramVideoProblem(facts, 'REELS')).toBe(2207026);
  }
  expect(pageVideoProblem(old, 'feed')?.code).toBe(1363024);
  expect(pageVideoProblem(undefined, 'feed')?.code).toBe(1363032);
});

test('lengths are judged by kind', () => {
  const facts = {
    widthPx: 1080,
    heightPx: 1920,
    videoCodec: 'h264',
    sizeBytes: 1000,
    durationMs: 75_000,
  };
  expect(instagramVideoProblem(facts, 'REELS')).toBeUndefined();
  expect(instagramVideoProblem(facts, 'STORIES')).toBe(2207026);
  expect(pageVideoProblem(facts, 'reel')).toBeUndefined();
  expect(pageVideoProblem(facts, 'story')?.code).toBe(1363024);
  expect(instagramVideoProblem({ ...facts, widthPx: 2160, heightPx: 3840 }, 'REELS')).toBe(2207026);
});
