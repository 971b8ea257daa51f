import { expect, it } from 'vitest';
import { withMentions } from './mention-words.ts';

const people = [
  { id: '51', name: 'Ana' },
  { id: '52', name: 'Ana Petit' },
  { id: null, name: 'Bo' },
];

it('names people by number on Facebook, the longest name first', () => {
  const text = 'Oui @Ana Petit, et @Ana aussi. @Anaïs non, @Bo non plus.';
  expect(withMentions('facebook', text, people)).toBe(
    'Oui @[52], et @[51] aussi. @Anaïs non, @Bo non plus.',
  );
});

it('takes a name as it is written, whatever marks it holds', () => {
  expect(withMentions('facebook', 'Merci @J. (Lyon) $1', [{ id: '7', name: 'J. (Lyon)' }])).toBe(
    'Merci @[7] $1',
  );
});

it('leaves the words for Instagram as they are', () => {
  expect(withMentions('instagram', 'Merci @ana.petit', [{ id: '1', name: 'ana.petit' }])).toBe(
    'Merci @ana.petit',
  );
});
