import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { basename } from 'node:path';
import { watch, type FSWatcher } from 'chokidar';
import type { SeenFile } from './store.ts';
import { isWatchedPhoto } from './watched-photo.ts';

export type FolderState = 'watching' | 'away' | 'shut';

export type FolderEyeUses = {
  /** A file that is there whole: nothing was written to it for a while. */
  onFile: (file: SeenFile) => void;
  onState: (state: FolderState) => void;
  /** How long a file must stay as it is; copying over a slow line stands still for moments. */
  settledMs: number;
  /** The folders in it too. */
  subfolders: boolean;
};

const maxDepth = 6;

export type FolderEye = ReturnType<typeof openFolderEye>;

/** Keeps an eye on a folder and those in it. It may be gone (a drive, a network folder) and come back:
 *  `look` asks, and is called again and again from outside. */
export function openFolderEye(folder: string, uses: FolderEyeUses) {
  const { onFile, onState, settledMs, subfolders } = uses;
  let watcher: FSWatcher | undefined;
  let state: FolderState | undefined;
  let closed = false;

  function tell(next: FolderState): void {
    if (state === next) return;
    state = next;
    onState(next);
  }

  async function look(): Promise<void> {
    const code = await access(folder, constants.R_OK | constants.X_OK).then(
      () => undefined,
      (error: NodeJS.ErrnoException) => error.code ?? 'EIO',
    );
    if (closed) return;
    if (code === undefined) return open();
    await shut();
    tell(code === 'EACCES' || code === 'EPERM' ? 'shut' : 'away');
  }

  function open(): void {
    if (watcher) return;
    watcher = watch(folder, {
      followSymlinks: false,
      depth: subfolders ? maxDepth : 0,
      alwaysStat: true,
      ignored: (path, stats) =>
        basename(path).startsWith('.') || (stats?.isFile() === true && !isWatchedPhoto(path)),
      awaitWriteFinish: {
        stabilityThreshold: settledMs,
        pollInterval: Math.max(20, settledMs / 8),
      },
    });
    for (const event of ['add', 'change'] as const)
      watcher.on(event, (path, stats) => {
        if (stats) onFile({ path, sizeBytes: stats.size, modifiedMs: stats.mtimeMs });
      });
    watcher.on('unlinkDir', (path) => void (path === folder && look()));
    // The folder itself is asked: what one file of it answers says little.
    watcher.on('error', () => void look());
    tell('watching');
  }

  async function shut(): Promise<void> {
    const open = watcher;
    watcher = undefined;
    await open?.close();
  }

  return {
    look,
    async close(): Promise<void> {
      closed = true;
      await shut();
    },
  };
}
