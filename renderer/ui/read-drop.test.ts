import { expect, test } from 'vitest';
import { readDrop } from './read-drop.ts';

type Entry = Pick<FileSystemEntry, 'isFile' | 'isDirectory'>;

function fileEntry(name: string): Entry {
  const file = (done: (file: File) => void) => done(new File(['x'], name));
  return Object.assign({ isFile: true, isDirectory: false }, { name, file });
}

/** Hands its children out in portions of two, as browsers do. */
function folderEntry(children: Entry[]): Entry {
  const createReader = () => {
    let at = 0;
    return {
      readEntries: (done: (entries: Entry[]) => void) => {
        done(children.slice(at, at + 2));
        at += 2;
      },
    };
  };
  return Object.assign({ isFile: false, isDirectory: true }, { createReader });
}

function drop(entries: (Entry | null)[], files: File[] = []): DataTransfer {
  const items = entries.map((entry) => ({ kind: 'file', webkitGetAsEntry: () => entry }));
  return { items, files } as unknown as DataTransfer;
}

test('walks folders in folders, portion after portion', async () => {
  const inner = folderEntry([fileEntry('c.jpg')]);
  const outer = folderEntry([fileEntry('a.jpg'), fileEntry('b.jpg'), inner, fileEntry('d.jpg')]);
  const files = await readDrop(drop([outer, fileEntry('e.jpg')]));
  expect(files.map((file) => file.name)).toEqual(['a.jpg', 'b.jpg', 'c.jpg', 'd.jpg', 'e.jpg']);
});

test('leaves out the files that systems hide in folders', async () => {
  const folder = folderEntry([fileEntry('.DS_Store'), fileEntry('Thumbs.db'), fileEntry('a.jpg')]);
  const files = await readDrop(drop([folder]));
  expect(files.map((file) => file.name)).toEqual(['a.jpg']);
});

test('takes loose files where the browser gives no entries', async () => {
  const files = await readDrop(drop([null], [new File(['x'], 'loose.jpg')]));
  expect(files.map((file) => file.name)).toEqual(['loose.jpg']);
});

test('takes of folders only what is meant, and goes on where one cannot be read', async () => {
  const broken = Object.assign(
    { isFile: true, isDirectory: false },
    { name: 'locked.jpg', file: (_: unknown, fail: () => void) => fail() },
  );
  const folder = folderEntry([fileEntry('a.jpg'), broken, fileEntry('invoice.pdf')]);
  const keeps = (name: string) => name.endsWith('.jpg');
  const files = await readDrop(drop([folder, fileEntry('alone.pdf')]), keeps);
  expect(files.map((file) => file.name)).toEqual(['a.jpg', 'alone.pdf']);
});

test('walks a folder of hundreds', async () => {
  const many = Array.from({ length: 300 }, (_, index) => fileEntry(`${index}.jpg`));
  expect(await readDrop(drop([folderEntry(many)]))).toHaveLength(300);
});
