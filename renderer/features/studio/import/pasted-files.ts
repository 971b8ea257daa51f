/** What a paste carries, as far as this asks. */
export type Pasted = {
  files: ArrayLike<File>;
  types: readonly string[];
  getData: (type: string) => string;
};

/** Files of a paste. A spreadsheet or a text lays a picture of itself beside its words, which nobody
 *  means; a folder window lays the names of its files beside them. */
export function pastedFiles(pasted: Pasted, nameOf: (index: number) => string): File[] {
  const files = Array.from(pasted.files);
  if (files.length === 0) return [];
  const text = pasted.types.includes('text/plain') ? pasted.getData('text/plain').trim() : '';
  const names = new Set(files.map(({ name }) => name));
  const lines = text.split(/\r\n|\r|\n/).filter(Boolean);
  if (!lines.every((line) => names.has(decode(line).split(/[\\/]/).at(-1) ?? ''))) return [];
  return files.map((file, index) => named(file, nameOf(index)));
}

/** The browser calls every picture of the clipboard `image.png`. */
function named(file: File, name: string): File {
  const [, ending = ''] = /^image(\.\w+)$/.exec(file.name) ?? [];
  return ending === '' && file.name !== ''
    ? file
    : new File([file], name + ending, { type: file.type });
}

function decode(line: string): string {
  try {
    return decodeURIComponent(line);
  } catch {
    return line;
  }
}
