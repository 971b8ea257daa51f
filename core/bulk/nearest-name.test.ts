import { expect, test } from 'vitest';
import { nearestName } from './nearest-name.ts';

const names = ['arum-blanc.jpg', 'hibiscus.jpg', 'pot doré.png'];

test.each([
  ['arum-blnc.jpg', 'arum-blanc.jpg'],
  ['ARUM-BLANC.JPG', 'arum-blanc.jpg'],
  ['arum_blanc.jpg', 'arum-blanc.jpg'],
  ['hibsicus.jpg', 'hibiscus.jpg'],
  ['pot dore.png', 'pot doré.png'],
])('%s was most likely %s', (wanted, name) => expect(nearestName(wanted, names)).toBe(name));

test.each(['tulipe.jpg.zip', 'x', ''])('nothing is near “%s”', (wanted) =>
  expect(nearestName(wanted, names)).toBeUndefined(),
);

test('of two the nearer one, of equals the first', () => {
  expect(nearestName('photo1', ['photo22', 'photo2', 'photo3'])).toBe('photo2');
});
