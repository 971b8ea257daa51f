import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { Scene } from '../../../shared/scene/scene.ts';
import { createFilmFactory, type FilmFactory } from '../../support/film-factory.ts';
import { openTestLibrary, type TestLibrary } from '../../support/test-library.ts';
import { hostileClips } from './hostile-clips.ts';

let studio: TestLibrary;
let make: FilmFactory;
let listener: Server;
let connections = 0;
let canary: string;
/** With a sound. */
let heard: string;

beforeAll(async () => {
  studio = openTestLibrary();
  make = await createFilmFactory(join(studio.tools.folder, 'brought'));
  canary = make.make('canary.mp4', { video: 'color=red:s=64x48:r=10:d=1' });
  heard = make.make('heard.mp4', { video: 'testsrc=s=64x48:r=10:d=1', audio: 'sine=d=1' });
  listener = createServer((socket) => {
    connections++;
    socket.destroy();
  });
  await new Promise<void>((resolve) => void listener.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await new Promise((resolve) => void listener.close(resolve));
  await studio.close();
});

function address(): string {
  const at = listener.address();
  return `http://127.0.0.1:${typeof at === 'object' ? at?.port : 0}`;
}

/** Was the file read since? Only where the disk notes it. */
function watchReads(file: string): () => boolean {
  utimesSync(file, new Date(0), new Date());
  return () => statSync(file).atimeMs > 0;
}

async function bring(path: string): Promise<string> {
  const outcome = await studio.library.importPath(path);
  return outcome.ok ? 'came in' : outcome.code;
}

/** A video of two frames that shows files as they stand, past every check of the import. */
async function show(...played: string[]): Promise<string> {
  const folder = await studio.library.makeWorkFolder();
  const box = { xPx: 0, yPx: 0, widthPx: 64, heightPx: 48 };
  const level = { inMs: 0, outMs: 66, fromMs: 0, volume: 1, fadeInMs: 0, fadeOutMs: 0 };
  const scene: Scene = {
    ...{ format: '1:1', widthPx: 64, heightPx: 48, durationMs: 66, background: '#000000' },
    layers: played.map((path) => ({ id: path, kind: 'clip', clipId: path, fromMs: 0, box })),
    sounds: played.map((path) => ({ id: path, assetId: path, ...level })),
  };
  const paths = { path: join(folder.path, 'v.mp4'), thumbPath: join(folder.path, 't.webp') };
  const own = Object.fromEntries(played.map((path) => [path, path]));
  const files = { photos: {}, clips: own, sounds: own };
  try {
    await studio.library.workers.run('renderVideo', {
      ...{ scene, ...files, folder: folder.path, ...paths },
    });
    return 'made';
  } catch (error) {
    return (error as Problem).code;
  } finally {
    await folder.remove();
  }
}

/** Each starts several programs. */
const long = { timeout: 120_000 };

describe('F75–F79 hostile clips', () => {
  it('are each answered by name, read nothing elsewhere and leave nothing', long, async () => {
    const wasRead = watchReads(canary);
    const [brought, shown]: Record<string, string>[] = [{}, {}];
    for (const [index, one] of hostileClips(make, { address: address(), file: canary }).entries()) {
      const path = join(make.folder, `${index} ${one.name}`);
      writeFileSync(path, one.bytes);
      const answer = await bring(path);
      if (!one.answers.includes(answer)) (brought ?? {})[one.name] = answer;
      // The second wall: what points elsewhere is not played either.
      if (!one.pointsElsewhere) continue;
      const made = await show(path);
      if (!['clip-unreadable', 'sound-damaged'].includes(made)) (shown ?? {})[one.name] = made;
    }
    expect({ brought, shown, connections, wasRead: wasRead() }).toEqual({
      ...{ brought: {}, shown: {}, connections: 0, wasRead: false },
    });
    // The watch sees what is read.
    const isNoted = watchReads(canary);
    readFileSync(canary);
    if (!isNoted()) process.stdout.write('this disk does not note reads\n');
    expect(readdirSync(join(studio.dataDir, 'media', 'incoming'))).toEqual([]);
    expect(readdirSync(join(studio.dataDir, 'work'))).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('have names that are only names', long, async () => {
    const names = [
      ...['-y.mp4', '%d %03d.mp4', 'a:b.mp4', 'concat:x|y.mp4', `'"\`$(touch x).mp4`, 'a\nb.mp4'],
      ...['pipe:0.mp4', '[0:v]; movie=x.mp4', '#EXTM3U.mp4', 'été 🌿.mp4', 'a,b\\c;d.mp4'],
    ];
    const paths = names.map((name) => join(make.folder, name));
    for (const path of paths) copyFileSync(heard, path);
    expect(await show(...paths)).toBe('made');
    expect(await bring(paths[5] ?? '')).toBe('came in');
  });

  it.skipIf(process.platform === 'win32')(
    'as pipes, folders and links are seen through',
    async () => {
      const at = (name: string) => join(make.folder, name);
      execFileSync('mkfifo', [at('pipe.mp4')]);
      symlinkSync('/dev/zero', at('endless.mp4'));
      symlinkSync(at('round.mp4'), at('round.mp4'));
      symlinkSync(canary, at('link.mp4'));
      mkdirSync(at('folder.mp4'));
      const answers: Record<string, string> = {};
      for (const name of ['pipe', 'endless', 'round', 'folder', 'link'])
        answers[name] = await bring(at(`${name}.mp4`));
      expect(answers).toEqual({
        ...{ pipe: 'file-unreadable', endless: 'file-unreadable', round: 'file-unreadable' },
        ...{ folder: 'file-unreadable', link: 'came in' },
      });
    },
  );
});
