import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** What a merchant's folder of photos is searched for. Formats that are then refused are here too: a
 *  HEIC left out in silence would be looked for in vain. */
const wanted = new Set(
  (
    'jpg jpeg jpe jfif png webp gif avif tif tiff svg heic heif psd jxl dng cr2 cr3 nef arw raf orf ' +
    'mp4 m4v mov webm mkv avi mp3 m4a wav ogg oga opus flac'
  ).split(' '),
);
const maxDepth = 12;
const maxFiles = 5000;

/** Files as given, folders as the pictures and videos in them, in the order of their names. Links and
 *  hidden files in folders are passed over. A path that cannot be read stays, to be reported. */
export async function walkFiles(paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (entry) => entry.isDirectory(),
      () => false,
    );
    if (isFolder) await walkFolder(path, 0, found);
    else found.push(path);
  }
  return [...new Set(found)].slice(0, maxFiles);
}

async function walkFolder(folder: string, depth: number, found: string[]): Promise<void> {
  if (depth > maxDepth || found.length >= maxFiles) return;
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await walkFolder(path, depth + 1, found);
    else if (entry.isFile() && isWanted(entry.name)) found.push(path);
  }
}

function isWanted(name: string): boolean {
  return wanted.has(extname(name).slice(1).toLowerCase());
}
