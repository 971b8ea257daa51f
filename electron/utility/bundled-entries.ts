import { join } from 'node:path';
import type { StudioEntries } from '../../core/studio-options.ts';

/** Where the build puts the entry files of the studio's child processes. */
export function bundledEntries(folder: string): StudioEntries {
  return {
    mediaWorker: join(folder, 'media-worker.js'),
    backup: join(folder, 'backup.js'),
    practice: join(folder, 'practice.js'),
    search: join(folder, 'search.js'),
  };
}
