import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WatchView } from '../../shared/contract/watch.ts';
import { photoPixels } from '../../tests/support/media-factory.ts';
import { openTestLibrary, type TestLibrary } from '../../tests/support/test-library.ts';
import { createSettings } from '../db/settings.ts';
import { watchService, type WatchService } from './service.ts';

let test: TestLibrary;
let folder: string;
let service: WatchService;
let notices: [imported: number, refused: number][];

function open(): WatchService {
  return watchService(test.tools, {
    settings: createSettings(test.tools.db),
    dataDir: test.dataDir,
    importPath: (path) => test.library.importPath(path),
    bin: (ids) => test.library.bin.setBinned(ids, test.tools.clock.now()),
    describeProblem: ({ code }) => ({ title: code, what: '', todo: '' }),
    notify: (imported, refused) => void notices.push([imported, refused]),
    onError(error) {
      throw error;
    },
    settledMs: 120,
  });
}

beforeEach(() => {
  test = openTestLibrary();
  folder = join(test.tools.folder, 'photos');
  mkdirSync(folder);
  notices = [];
  service = open();
});
afterEach(async () => {
  await service.close();
  await test.close();
});

async function photo(name: string, seed: number): Promise<void> {
  const raw = { width: 80, height: 60, channels: 3 as const };
  const bytes = await sharp(photoPixels(80, 60, seed), { raw })
    .jpeg()
    .toBuffer();
  writeFileSync(join(folder, name), bytes);
}

/** Resolves when what the folder shows is as wished; asks at every event. */
function until(wish: (view: WatchView) => boolean): Promise<WatchView> {
  return new Promise((resolve, reject) => {
    const stop = test.tools.events.on(() => ask());
    const deadline = setTimeout(() => {
      stop();
      reject(new Error(`the folder stayed at ${JSON.stringify(service.view('en'))}`));
    }, 60_000);
    function ask(): void {
      const view = service.view('en');
      if (!wish(view)) return;
      clearTimeout(deadline);
      stop();
      resolve(view);
    }
    ask();
  });
}

describe('the watched folder', { timeout: 90_000 }, () => {
  it('takes new photos in, tells of bad ones, and leaves what was there', async () => {
    await photo('old.jpg', 1);
    await service.set({ folder }, 'en');
    await photo('new.jpg', 2);
    await photo('second.jpg', 3);
    writeFileSync(join(folder, 'broken.jpg'), 'no picture');
    writeFileSync(join(folder, 'list.txt'), 'no picture either');
    const view = await until(({ recent }) => recent.length === 3);
    expect(view).toMatchObject({
      folder,
      state: 'watching',
      imported: 2,
      lot: { count: 2, refused: 1 },
    });
    expect(view.recent.find(({ name }) => name === 'broken.jpg')?.problem?.title).toBe(
      'not-a-picture',
    );
    expect(
      test.library
        .list({})
        .items.map(({ name }) => name)
        .toSorted(),
    ).toEqual(['new.jpg', 'second.jpg']);

    await service.close();
    expect(notices).toEqual([[2, 1]]);
    const lotId = view.lot?.id ?? '';
    const [used] = test.library.list({}).items;
    test.tools.db.prepare(`INSERT INTO library_uses VALUES (?, 'post', 'p')`).run(used?.id);
    expect(service.undoLot(lotId)).toEqual({ ok: true, removed: 1, kept: 1 });
    expect(test.library.list({}).items.map(({ id }) => id)).toEqual([used?.id]);
  });

  it('goes on after a restart with what came meanwhile, and takes nothing twice', async () => {
    await photo('one.jpg', 1);
    await service.set({ folder, takeAll: true }, 'en');
    await until(({ imported }) => imported === 1);
    await service.close();
    await photo('two.jpg', 2);
    service = open();
    await service.start();
    const view = await until(({ imported }) => imported === 2);
    expect(view.lot).toMatchObject({ count: 1 });
    expect(test.library.list({}).total).toBe(2);
  });

  it('waits for a drive that is gone, and takes up what came with it', async () => {
    await service.set({ folder }, 'en');
    const away = `${folder}-away`;
    renameSync(folder, away);
    await service.tick();
    expect(service.view('en').state).toBe('away');
    renameSync(away, folder);
    await photo('back.jpg', 4);
    await service.tick();
    expect((await until(({ imported }) => imported === 1)).state).toBe('watching');
  });

  it.skipIf(process.platform === 'win32')('follows no link out of it', async () => {
    const elsewhere = join(test.tools.folder, 'elsewhere');
    mkdirSync(elsewhere);
    await photo('../elsewhere/private.jpg', 9);
    await service.set({ folder, takeAll: true }, 'en');
    symlinkSync(join(elsewhere, 'private.jpg'), join(folder, 'link.jpg'));
    symlinkSync(elsewhere, join(folder, 'linked'));
    await photo('one.jpg', 1);
    await until(({ imported }) => imported === 1);
    // What came before it has settled when this one has.
    await photo('two.jpg', 2);
    await until(({ imported }) => imported === 2);
    const names = test.library.list({}).items.map(({ name }) => name);
    expect(names.toSorted()).toEqual(['one.jpg', 'two.jpg']);
  });

  it('never takes what was made here', async () => {
    await photo('mine.jpg', 5);
    await photo('other.jpg', 6);
    const mine = await test.library.importPath(join(folder, 'mine.jpg'));
    if (!mine.ok) throw new Error(mine.code);
    test.tools.db.prepare(`UPDATE assets SET origin = 'studio' WHERE id = ?`).run(mine.assetId);
    await service.set({ folder, takeAll: true }, 'en');
    const view = await until(({ imported }) => imported === 1);
    expect(view.recent.map(({ name }) => name)).toEqual(['other.jpg']);
  });

  it('keeps to the folder alone where that is wished, and offers it again once it is off', async () => {
    const inner = join(folder, 'older');
    mkdirSync(inner);
    await service.set({ folder, takeAll: true, subfolders: false }, 'en');
    await photo(join('older', 'inside.jpg'), 7);
    await photo('outside.jpg', 8);
    const view = await until(({ imported }) => imported === 1);
    expect(view.subfolders).toBe(false);
    expect(view.recent.map(({ name }) => name)).toEqual(['outside.jpg']);
    expect(await service.stop('en')).toMatchObject({ state: 'off', lastFolder: folder });
  });

  it('shows what a folder holds before it is chosen, and why it cannot be', async () => {
    mkdirSync(join(folder, 'b 10'));
    mkdirSync(join(folder, 'b 2'));
    mkdirSync(join(folder, '.hidden'));
    await photo('one.jpg', 1);
    writeFileSync(join(folder, 'list.txt'), 'no photo');
    const seen = await service.browse(folder, 'en');
    expect(seen).toMatchObject({ folder, parent: test.tools.folder, photos: 1 });
    expect(seen.folders.map(({ name }) => name)).toEqual(['b 2', 'b 10']);
    expect(seen.problem).toBeUndefined();
    const titleOf = async (path: string) => (await service.browse(path, 'en')).problem?.title;
    expect(await titleOf(join(folder, 'gone'))).toBe('watch-folder-missing');
    expect(await titleOf(join(folder, 'list.txt'))).toBe('watch-folder-missing');
    expect(await titleOf(test.dataDir)).toBe('watch-folder-unfit');
    expect(await titleOf('not/absolute')).toBe('watch-folder-unfit');
  });

  it('refuses its own folder, one that holds it, and one that is not there', async () => {
    for (const own of [test.dataDir, join(test.dataDir, 'media'), test.tools.folder])
      await expect(service.set({ folder: own }, 'en')).rejects.toMatchObject({
        code: 'watch-folder-unfit',
      });
    rmSync(folder, { recursive: true });
    await expect(service.set({ folder }, 'en')).rejects.toMatchObject({
      code: 'watch-folder-missing',
    });
    expect(service.view('en')).toEqual({ state: 'off', imported: 0, recent: [] });
  });
});
