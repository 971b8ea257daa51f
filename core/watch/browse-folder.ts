import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { Problem } from '../../shared/contract/problem.ts';
import type { BrowsedFolder } from '../../shared/contract/watch.ts';
import { isWatchedPhoto } from './watched-photo.ts';

const mostFolders = 500;
/** Where programs and phones put photos, in the folder of a person; the first that is there is shown. */
const usualPlaces = ['Pictures', 'Images', 'Bilder', 'Photos', 'Downloads', 'Téléchargements'];

type Seen = Omit<BrowsedFolder, 'problem'> & { problem?: Problem };

/** Names of the folders in a folder, and how many photos lie right in it. */
export async function browseFolder(folder: string | undefined): Promise<Seen> {
  if (folder === undefined || folder.trim() === '') return browseFolder(await usualFolder());
  const path = resolve(folder.trim());
  const parent = dirname(path);
  const seen = { folder: path, ...(parent !== path && { parent }), folders: [], photos: 0 };
  if (!isAbsolute(folder.trim())) return { ...seen, problem: new Problem('watch-folder-unfit') };
  try {
    const entries = await readdir(path, { withFileTypes: true });
    const shown = entries.filter(({ name }) => !name.startsWith('.'));
    const folders = shown
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => ({ name, path: join(path, name) }))
      .toSorted((one, other) => one.name.localeCompare(other.name, undefined, { numeric: true }))
      .slice(0, mostFolders);
    const photos = shown.filter((entry) => entry.isFile() && isWatchedPhoto(entry.name)).length;
    return { ...seen, folders, photos };
  } catch (error) {
    return { ...seen, problem: folderProblem(error, path) };
  }
}

/** Why a folder cannot be watched, in words of the folder. */
export function folderProblem(error: unknown, path: string): Problem {
  const { code } = error as NodeJS.ErrnoException;
  const isShut = code === 'EACCES' || code === 'EPERM';
  return new Problem(isShut ? 'watch-folder-shut' : 'watch-folder-missing', { folder: path });
}

async function usualFolder(): Promise<string> {
  const home = homedir();
  const names: string[] = await readdir(home).catch(() => []);
  const found = usualPlaces.find((name) => names.includes(name));
  return found === undefined ? home : join(home, found);
}
