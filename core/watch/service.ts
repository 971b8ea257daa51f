import { constants } from 'node:fs';
import { access, lstat, stat } from 'node:fs/promises';
import { basename, isAbsolute, relative, resolve } from 'node:path';
import { Problem } from '../../shared/contract/problem.ts';
import type { ProblemCode, ProblemText } from '../../shared/contract/problems.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { BrowsedFolder, WatchView } from '../../shared/contract/watch.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { Settings } from '../db/settings.ts';
import type { ImportOutcome } from '../media/media-library-types.ts';
import { walkFiles } from '../media/walk-files.ts';
import { hashFile } from '../media/worker/write-through.ts';
import { browseFolder, folderProblem } from './browse-folder.ts';
import { openFolderEye, type FolderEye, type FolderState } from './folder-eye.ts';
import { watchStore, type SeenFile } from './store.ts';

export type WatchUses = {
  settings: Settings;
  /** The studio's own folder: never watched. */
  dataDir: string;
  importPath: (path: string) => Promise<ImportOutcome>;
  bin: (assetIds: readonly string[]) => void;
  describeProblem: (problem: Problem, language: Language) => ProblemText;
  /** Tells of photos that came in together. */
  notify: (imported: number, refused: number) => void;
  onError: (error: unknown) => void;
  settledMs?: number;
};
type WatchWish = {
  folder: string;
  takeAll?: boolean | undefined;
  subfolders?: boolean | undefined;
};
export type WatchService = ReturnType<typeof watchService>;

const folderKey = 'watch.folder';
const lastFolderKey = 'watch.lastFolder';
const flatKey = 'watch.flat';
const recentShown = 50;
/** Copying hundreds of photos is one lot: it ends when nothing came for so long. */
const lotQuietMs = 3000;

/** A folder whose new photos come into the library by themselves, one after the other. */
export function watchService(tools: FeatureTools, uses: WatchUses) {
  const store = watchStore(tools.db);
  const waiting = new Map<string, SeenFile>();
  let eye: FolderEye | undefined;
  let state: FolderState = 'away';
  let working: Promise<void> | undefined;
  let lot: { id: string; imported: number; refused: number } | undefined;
  let lotEnd: NodeJS.Timeout | undefined;
  let closed = false;

  const hasSubfolders = () => uses.settings.get<boolean>(flatKey) !== true;
  const folderOf = (): string | undefined => uses.settings.get<string>(folderKey) || undefined;

  function see(file: SeenFile): void {
    if (closed || store.isKnown(file)) return;
    waiting.set(file.path, file);
    working ??= takeAll().finally(() => (working = undefined));
  }

  async function takeAll(): Promise<void> {
    for (let [next] = waiting.values(); next && !closed; [next] = waiting.values()) {
      waiting.delete(next.path);
      await takeOne(next).catch(uses.onError);
    }
  }

  async function takeOne(file: SeenFile): Promise<void> {
    if (await isLink(file.path)) return;
    const hash = await hashFile(file.path).catch(() => undefined);
    // Gone again: if it comes back it is seen again.
    if (hash === undefined || closed) return;
    const at = tools.clock.now();
    if (store.isMade(hash)) return store.pass(file, at);
    const outcome = await uses.importPath(file.path);
    clearTimeout(lotEnd);
    lot ??= { id: tools.newId(), imported: 0, refused: 0 };
    const isNew = outcome.ok && !outcome.already;
    store.take({
      ...file,
      lotId: lot.id,
      assetId: outcome.ok ? outcome.assetId : null,
      isNew,
      problem: outcome.ok ? null : { code: outcome.code, params: outcome.params },
      at,
    });
    lot.imported += Number(isNew);
    lot.refused += Number(!outcome.ok);
    tools.events.changed('media');
    lotEnd = setTimeout(endLot, lotQuietMs);
    lotEnd.unref();
  }

  /** One notice for all, not one each. */
  function endLot(): void {
    if (lot && lot.imported + lot.refused > 0) uses.notify(lot.imported, lot.refused);
    lot = undefined;
  }

  async function open(folder: string): Promise<void> {
    eye = openFolderEye(folder, {
      settledMs: uses.settledMs ?? 2000,
      subfolders: hasSubfolders(),
      onFile: see,
      onState(next) {
        state = next;
        tools.events.changed('media');
      },
    });
    await eye.look();
  }

  async function shut(): Promise<void> {
    waiting.clear();
    const open = eye;
    eye = undefined;
    await open?.close();
    await working;
    clearTimeout(lotEnd);
    endLot();
  }

  function view(language: Language): WatchView {
    const folder = folderOf();
    const lastFolder = uses.settings.get<string>(lastFolderKey) || undefined;
    const last = store.lastLot();
    const recent = store.recent(recentShown).map(({ path, assetId, problem, at }) => ({
      name: basename(path),
      ...(assetId !== null && { assetId }),
      ...(problem !== null && { problem: describe(problem, path, language) }),
      at: new Date(at).toISOString(),
    }));
    return {
      ...(folder !== undefined && { folder, subfolders: hasSubfolders() }),
      ...(folder === undefined && lastFolder !== undefined && { lastFolder }),
      state: folder === undefined ? 'off' : state,
      imported: store.imported(),
      recent,
      ...(last && { lot: { ...last, at: new Date(last.at).toISOString() } }),
    };
  }

  function describe(json: string, path: string, language: Language): ProblemText {
    const { code, params } = JSON.parse(json) as {
      code: ProblemCode;
      params: Record<string, unknown>;
    };
    return uses.describeProblem(new Problem(code, { name: basename(path), ...params }), language);
  }

  async function passThoseThere(folder: string): Promise<void> {
    for (const path of await walkFiles([folder])) {
      const found = await stat(path).catch(() => undefined);
      if (!found) continue;
      store.pass({ path, sizeBytes: found.size, modifiedMs: found.mtimeMs }, tools.clock.now());
    }
  }

  const isOwn = (path: string): boolean => holds(path, uses.dataDir) || holds(uses.dataDir, path);

  async function set({ folder, takeAll, subfolders = true }: WatchWish): Promise<void> {
    const wish = resolve(folder);
    if (!isAbsolute(folder) || isOwn(wish)) throw new Problem('watch-folder-unfit');
    await access(wish, constants.R_OK | constants.X_OK).catch((error: unknown) => {
      throw folderProblem(error, wish);
    });
    if (!(await stat(wish)).isDirectory())
      throw new Problem('watch-folder-missing', { folder: wish });
    await shut();
    store.forgetAll();
    if (takeAll !== true) await passThoseThere(wish);
    uses.settings.set(folderKey, wish);
    uses.settings.set(lastFolderKey, wish);
    uses.settings.set(flatKey, !subfolders);
    await open(wish);
  }

  async function browse(folder: string | undefined, language: Language): Promise<BrowsedFolder> {
    const { problem: broken, ...seen } = await browseFolder(folder);
    const problem = broken ?? (isOwn(seen.folder) ? new Problem('watch-folder-unfit') : undefined);
    return { ...seen, ...(problem && { problem: uses.describeProblem(problem, language) }) };
  }

  /** Photos that nothing shows go into the bin, from where they can come back. */
  function undoLot(lotId: string) {
    const all = store.newOf(lotId);
    const unused = all.filter((id) => !store.isUsed(id));
    uses.bin(unused);
    for (const id of unused) store.undo(lotId, id);
    tools.events.changed('media');
    return { ok: true as const, removed: unused.length, kept: all.length - unused.length };
  }

  return {
    view,
    browse,
    async set(wish: WatchWish & { clientId?: string | undefined }, language: Language) {
      return tools.applyOnceAsync('watch/set', wish.clientId, async () => {
        await set(wish);
        tools.events.changed('media');
        return view(language);
      });
    },
    async stop(language: Language, clientId?: string) {
      return tools.applyOnceAsync('watch/stop', clientId, async () => {
        await shut();
        uses.settings.set(folderKey, '');
        tools.events.changed('media');
        return view(language);
      });
    },
    undoLot: (lotId: string, clientId?: string) =>
      tools.applyOnce('watch/undoLot', clientId, () => undoLot(lotId)),
    async start(): Promise<void> {
      const folder = folderOf();
      if (folder !== undefined) await open(folder);
    },
    /** Looks whether the folder is gone, or there again. */
    tick: async (): Promise<void> => eye?.look(),
    async close(): Promise<void> {
      closed = true;
      await shut();
    },
  };
}

/** A link leads out of the folder that was chosen, to what nobody meant to bring in. */
function isLink(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => !found.isFile(),
    () => false,
  );
}

/** Is `inner` the folder `outer` or in it? */
function holds(outer: string, inner: string): boolean {
  const way = relative(resolve(outer), resolve(inner));
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}
