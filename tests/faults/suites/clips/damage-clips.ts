import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MediaLibrary } from '../../../../core/media/media-library-types.ts';
import { Problem } from '../../../../shared/contract/problem.ts';
import type { Scene } from '../../../../shared/scene/scene.ts';
import { mutateBytes } from '../../../support/mutate-bytes.ts';
import { openTestLibrary } from '../../../support/test-library.ts';
import { createDice } from '../dice.ts';
import type { DamageWorld } from '../pictures/damage.ts';
import { validClips } from './valid-clips.ts';

/** Everything a damaged film may be answered when it is brought in; each has its own sentence. */
const allowed = new Set([
  ...['file-empty', 'not-a-picture', 'playlist-refused', 'video-refused', 'video-damaged'],
  ...['video-too-long', 'sound-damaged', 'sound-too-long', 'raw-refused', 'heic-refused'],
  ...['svg-refused', 'pdf-refused', 'import-slow', 'picture-incomplete', 'format-unsupported'],
]);
/** And when it is played in a video. */
const allowedShown = new Set(['made', 'clip-unreadable', 'sound-damaged', 'render-slow']);

/** A real library with real workers. Every third that comes in is also played in a video. */
export async function openClipWorld(): Promise<DamageWorld> {
  const test = openTestLibrary();
  const valid = await validClips(join(test.tools.folder, 'valid'));
  const incoming = join(test.dataDir, 'media', 'incoming');
  const work = join(test.dataDir, 'work');
  return {
    async run(seed) {
      const dice = createDice(seed);
      const whole = dice.pick(valid);
      const random = () => dice.below(2 ** 30) / 2 ** 30;
      const bytes = mutateBytes(whole.bytes, dice.pick(valid).bytes, random);
      const path = join(test.tools.folder, `${seed}-${whole.name}`);
      writeFileSync(path, bytes);
      const answer = await bringAndShow(test.library, path, seed % 3 === 0);
      rmSync(path);
      const left = [incoming, work].flatMap((folder) =>
        existsSync(folder) ? readdirSync(folder) : [],
      );
      if (left.length > 0) throw new Error(`${whole.name} left ${left.join(', ')}`);
      return { kind: 'clip', name: whole.name, answer };
    },
    close: () => test.close(),
  };
}

async function bringAndShow(
  library: MediaLibrary,
  path: string,
  isPlayed: boolean,
): Promise<string> {
  const outcome = await library.importPath(path);
  if (!outcome.ok && !allowed.has(outcome.code))
    throw new Error(`${path} was answered ${outcome.code}`);
  if (!outcome.ok) return outcome.code;
  const asset = library.readAsset(outcome.assetId);
  const shown = isPlayed && asset?.kind === 'video' ? await show(library, asset.path) : 'made';
  if (!allowedShown.has(shown)) throw new Error(`${path} was played as ${shown}`);
  return 'came in';
}

async function show(library: MediaLibrary, path: string): Promise<string> {
  const folder = await library.makeWorkFolder();
  const box = { xPx: 0, yPx: 0, widthPx: 64, heightPx: 48 };
  const scene: Scene = {
    ...{ format: '1:1', widthPx: 64, heightPx: 48, durationMs: 66, background: '#000000' },
    layers: [{ id: 'c', kind: 'clip', clipId: 'k', fromMs: 100, box }],
  };
  const paths = { path: join(folder.path, 'v.mp4'), thumbPath: join(folder.path, 't.webp') };
  const files = { photos: {}, clips: { k: path }, folder: folder.path };
  try {
    await library.workers.run('renderVideo', { scene, ...files, ...paths });
    return 'made';
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.code;
  } finally {
    await folder.remove();
  }
}
