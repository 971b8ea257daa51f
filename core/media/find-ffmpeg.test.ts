import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canTone, findFfmpeg } from './find-ffmpeg.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitrine-find-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A program of that name which does what the lines say. */
async function program(name: string, ...lines: string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, ['#!/bin/sh', ...lines, ''].join('\n'));
  await chmod(path, 0o755);
  return path;
}

const find = (path: string, patienceMs?: number) =>
  findFfmpeg({ FFMPEG_PATH: path, FFPROBE_PATH: path }, patienceMs);
const banner = 'echo "ffmpeg version 7.1-shop Copyright" >&2';
const h264 = 'echo " V....D libx264              H.264"';
const aac = 'echo " A....D aac                  AAC"';

describe.skipIf(process.platform === 'win32')('finding ffmpeg', () => {
  test('the one of this machine says its version and what it can do', async () => {
    const found = await findFfmpeg();
    expect(found.version).toMatch(/\d/);
    expect(typeof (await canTone(found.ffmpegPath))).toBe('boolean');
  });

  test('version and encoders come from one start', async () => {
    const counted = join(folder, 'starts');
    const path = await program('good', `echo start >> '${counted}'`, banner, h264, aac);
    expect(await find(path)).toMatchObject({ version: '7.1-shop', source: 'FFMPEG_PATH' });
    expect(await readFile(counted, 'utf8')).toBe('start\n');
  });

  test('one that is slow to answer is not called missing', async () => {
    const path = await program('busy', 'exec sleep 600');
    expect(await find(path, 50)).toMatchObject({ ffmpegPath: path, version: 'unknown' });
    expect(await canTone(path, 50)).toBe(true);
  });

  test.each([
    ['one that does not start', ['exit 1'], 'broken'],
    ['one without H.264', [banner, aac], 'no-h264'],
    ['one without AAC', [banner, h264], 'no-aac'],
  ])('%s is called missing', async (_what, lines, name) => {
    const path = await program(name, ...lines);
    await expect(find(path)).rejects.toMatchObject({ code: 'ffmpeg-missing' });
  });

  test('a path where nothing stands is called missing', async () => {
    const path = join(folder, 'nowhere');
    await expect(find(path)).rejects.toMatchObject({ code: 'ffmpeg-missing' });
  });

  test('an old build without the filters cannot tone', async () => {
    const path = await program('plain', banner, 'echo " ... scale            V->V"');
    expect(await canTone(path)).toBe(false);
  });
});
