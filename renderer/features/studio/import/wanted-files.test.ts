import { expect, test } from 'vitest';
import { isWantedInFolder } from './wanted-files.ts';

test('of a folder pictures and films are taken, also those that are then refused with a sentence', () => {
  const names = [
    'IMG_1.JPG',
    'b.heic',
    'c.CR2',
    'film.mp4',
    'list.csv',
    'desktop.ini',
    'jpg',
    'a.jpg.zip',
  ];
  expect(names.filter(isWantedInFolder)).toEqual(['IMG_1.JPG', 'b.heic', 'c.CR2', 'film.mp4']);
});
