/** Every file of a drop; folders are walked. The entries must be taken before the first wait,
 *  since the browser empties the drop after the event. */
export async function readDrop(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items]
    .filter((item) => item.kind === 'file')
    .map((item) => item.webkitGetAsEntry());
  const loose = [...transfer.files];
  if (entries.every((entry) => entry === null)) return loose;
  const walks = entries.filter((entry) => entry !== null).map(walk);
  const found = await Promise.all(walks);
  return found.flat();
}

async function walk(entry: FileSystemEntry): Promise<File[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return isHidden(file.name) ? [] : [file];
  }
  if (!isFolder(entry)) return [];
  const children = await readFolder(entry.createReader());
  return (await Promise.all(children.map(walk))).flat();
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
const isHidden = (name: string): boolean => name.startsWith('.') || name === 'Thumbs.db';
