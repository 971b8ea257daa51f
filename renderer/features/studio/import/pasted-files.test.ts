import { expect, test } from 'vitest';
import { pastedFiles } from './pasted-files.ts';

const paste = (names: string[], text?: string) => ({
  files: names.map((name) => new File(['x'], name, { type: 'image/png' })),
  types: ['Files', ...(text === undefined ? [] : ['text/plain'])],
  getData: () => text ?? '',
});
const take = (names: string[], text?: string) =>
  pastedFiles(paste(names, text), (index) => `Collée ${index + 1}`).map(({ name }) => name);

test('pictures of the clipboard get names of their own, files keep theirs', () => {
  expect(take(['image.png', 'image.png'])).toEqual(['Collée 1.png', 'Collée 2.png']);
  expect(take(['mug.jpg', 'IMG_0012.heic'])).toEqual(['mug.jpg', 'IMG_0012.heic']);
});

test('a folder window names its files beside them', () => {
  expect(take(['mug.jpg'], 'mug.jpg')).toEqual(['mug.jpg']);
  expect(take(['a b.jpg', 'c.jpg'], 'file:///home/x/a%20b.jpg\r\n/home/x/c.jpg')).toHaveLength(2);
});

test('the picture that words lay beside themselves is not meant', () => {
  expect(take(['image.png'], 'Prix\t12,90 €')).toEqual([]);
  expect(take([])).toEqual([]);
  expect(take(['image.png'], '100 %zz')).toEqual([]);
});
