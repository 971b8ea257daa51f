/** Which files of a dropped folder are meant; those dropped by themselves always are. */
export type KeepInFolders = (name: string) => boolean;

/** Every file of a drop; folders are walked. The entries must be taken before the first wait,
 *  since the browser empties the drop after the event. */
export async function readDrop(
  transfer: DataTransfer,
  keeps: KeepInFolders = () => true,
): Promise<File[]> {
  const entries = [...transfer.items]
    .filter((item) => item.kind === 'file')
    .map((item) => item.webkitGetAsEntry());
  const loose = [...transfer.files];
  if (entries.every((entry) => entry === null)) return loose;
  const walks = entries.filter((entry) => entry !== null).map((entry) => walk(entry, keeps, false));
  const found = await Promise.all(walks);
  return found.flat();
}

/** What cannot be read is left out: the others come. */
async function walk(
  entry: FileSystemEntry,
  keeps: KeepInFolders,
  isInFolder: boolean,
): Promise<File[]> {
  if (isFile(entry)) {
    if (isHidden(entry.name) || (isInFolder && !keeps(entry.name))) return [];
    return new Promise((resolve) =>
      entry.file(
        (file) => resolve([file]),
        () => resolve([]),
      ),
    );
  }
  if (!isFolder(entry)) return [];
  const children = await readFolder(entry.createReader()).catch(() => []);
  return (await Promise.all(children.map((child) => walk(child, keeps, true)))).flat();
}

/** A reader hands out its entries in portions until it gives none. */
async function readFolder(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const all: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (portion.length === 0) return all;
    all.push(...portion);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isHidden = (name: string): boolean =>
  name.startsWith('.') || name === 'Thumbs.db' || name === 'desktop.ini';
