import { execFileSync } from 'node:child_process';
import { readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestLibrary, type TestLibrary } from '../../tests/support/test-library.ts';
import { findFfmpeg } from './find-ffmpeg.ts';

let studio: TestLibrary;
let ffmpegPath: string;
const file = (name: string) => join(studio.tools.folder, name);

beforeAll(async () => {
  studio = openTestLibrary();
  ({ ffmpegPath } = await findFfmpeg());
});
afterAll(() => studio.close());

/** A click every half second, in the codec that the name asks for. */
function make(name: string, more: string[] = [], lengthS = 2): string {
  const clicks = `aevalsrc='0.7*sin(2000*t)*lt(mod(t,0.5),0.03)':s=44100:d=${lengthS}`;
  const inputs = ['-f', 'lavfi', '-i', clicks];
  const quiet = ['-nostdin', '-v', 'error', '-y'];
  execFileSync(ffmpegPath, [...quiet, ...inputs, ...more, `file:${file(name)}`]);
  return file(name);
}

/** Silence of one byte a sample, 8 kHz. */
function stillWave(lengthS: number): Buffer {
  const bodyBytes = lengthS * 8000;
  const head = Buffer.alloc(44);
  head.write('RIFF');
  head.writeUInt32LE(36 + bodyBytes, 4);
  head.write('WAVEfmt ', 8);
  head.set([16, 0, 0, 0, 1, 0, 1, 0, 0x40, 0x1f, 0, 0, 0x40, 0x1f, 0, 0, 1, 0, 8, 0], 16);
  head.write('data', 36);
  head.writeUInt32LE(bodyBytes, 40);
  return Buffer.concat([head, Buffer.alloc(bodyBytes, 128)]);
}

async function bring(path: string) {
  const outcome = await studio.library.importPath(path);
  if (!outcome.ok) throw new Error(outcome.code);
  return studio.library.get(outcome.assetId);
}
const refusal = async (path: string) => {
  const outcome = await studio.library.importPath(path);
  return outcome.ok ? undefined : outcome.code;
};

describe('bringing sounds', () => {
  test.each([
    ['a.mp3', 'audio/mpeg', ['-c:a', 'libmp3lame']],
    ['a.m4a', 'audio/mp4', ['-c:a', 'aac', '-f', 'ipod']],
    ['b.mp4', 'audio/mp4', ['-c:a', 'aac']],
    ['a.wav', 'audio/wav', []],
    ['a.ogg', 'audio/ogg', ['-c:a', 'libvorbis']],
    ['a.flac', 'audio/flac', []],
    // As a browser records.
    ['voice.webm', 'audio/webm', ['-c:a', 'libopus']],
  ])('takes %s as what it is, however it is named', async (name, mime, more) => {
    const asset = await bring(make(name, more));
    expect(asset).toMatchObject({ kind: 'audio', mime });
    expect(Math.abs((asset?.durationMs ?? 0) - 2000)).toBeLessThan(60);
  });

  test('shows it, and tells how it rises and falls, with its beats', async () => {
    const asset = await bring(make('long.wav', [], 8));
    const none = new URLSearchParams();
    const thumb = await studio.library.locate(asset?.thumbUrl ?? '', none);
    expect((await sharp(thumb?.file).metadata()).format).toBe('webp');
    const located = await studio.library.locate(`/media/${asset?.id}/peaks`, none);
    expect(located?.mime).toBe('application/json');
    const traced = JSON.parse(readFileSync(located?.file ?? '', 'utf8')) as {
      peaks: number[];
      peaksPerSecond: number;
      beats: { bpm: number; sureFrac: number };
    };
    expect(traced.peaks.length).toBe(400);
    expect(traced.peaks[25]).toBeGreaterThan(50);
    expect(traced.peaks[12]).toBeLessThan(3);
    expect(Math.abs(traced.beats.bpm - 120)).toBeLessThan(1);
    expect(traced.beats.sureFrac).toBeGreaterThan(0.5);
    expect((await studio.library.locate(`/media/${asset?.id}/peaks`, none))?.file).toBe(
      located?.file,
    );
  });

  test('says that nothing can be heard, and tries again when asked again', async () => {
    const asset = await bring(make('later.wav'));
    const path = studio.library.readAsset(asset?.id ?? '')?.path ?? '';
    const peaks = async () => {
      const located = await studio.library.locate(
        `/media/${asset?.id}/peaks`,
        new URLSearchParams(),
      );
      return JSON.parse(readFileSync(located?.file ?? '', 'utf8')) as unknown;
    };
    renameSync(path, `${path}.away`);
    expect(await peaks()).toBeNull();
    renameSync(`${path}.away`, path);
    expect(await peaks()).toMatchObject({ peaks: expect.any(Array) as unknown });
  });

  test('a picture on the sleeve does not make a film of it', async () => {
    const cover = file('cover.png');
    await sharp({ create: { width: 32, height: 32, channels: 3, background: '#c33' } }).toFile(
      cover,
    );
    const sleeve = ['-i', `file:${cover}`, '-map', '0:a', '-map', '1:v'];
    const asset = await bring(make('sleeve.mp3', [...sleeve, '-disposition:v', 'attached_pic']));
    expect(asset).toMatchObject({ kind: 'audio', mime: 'audio/mpeg' });
  });

  test('refuses what is no sound, empty, too long, or a list that points elsewhere', async () => {
    const junk = file('junk.mp3');
    writeFileSync(junk, Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\0'), Buffer.alloc(5000, 7)]));
    expect(await refusal(junk)).toBe('sound-damaged');
    const cut = make('cut.flac', [], 1);
    truncateSync(cut, 60);
    expect(await refusal(cut)).toBe('sound-damaged');
    const long = file('long-still.wav');
    writeFileSync(long, stillWave(15 * 60 + 20));
    expect(await refusal(long)).toBe('sound-too-long');
    const list = file('list.mp3');
    writeFileSync(list, '#EXTM3U\nfile:///etc/hostname\n');
    expect(await refusal(list)).toBe('playlist-refused');
  });
});
