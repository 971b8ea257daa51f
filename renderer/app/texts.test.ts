import { expect, test } from 'vitest';
import { firstLanguage } from './texts.ts';

const stored = (value: string | null) => ({ getItem: () => value });

test('starts in the language of the last time', () => {
  expect(firstLanguage(stored('en'), ['fr-FR'])).toBe('en');
});

test('else in the first known one that the browser asks for, in English at last', () => {
  expect(firstLanguage(stored(null), ['de-DE', 'fr-BE', 'en'])).toBe('fr');
  expect(firstLanguage(stored('xx'), ['de-DE'])).toBe('en');
});

const files = import.meta.glob<object>('../../resources/texts/*/*.json', {
  eager: true,
  import: 'default',
});
const own = [
  'shell',
  'ui',
  'welcome',
  'today-ui',
  'plan',
  'campaigns',
  'composer',
  'emoji',
  'settings',
  'connect',
  'inbox-ui',
  'inbox-deeds',
  'outbox',
  'inbox-hand',
  'replies',
  'inbox-team',
  'inbox-reading',
  'rules',
  'bulk',
  'import',
  'brand',
  'film',
];

/** Every text of a file with its dotted path. */
function paths(language: string, name: string): string[] {
  const walk = (value: unknown, at: string): string[] =>
    typeof value === 'string'
      ? [at]
      : Object.entries(value as object).flatMap(([key, child]) => walk(child, `${at}.${key}`));
  const file = files[`../../resources/texts/${language}/${name}.json`];
  expect(file, `${language}/${name}.json`).toBeDefined();
  return walk(file, '');
}

const stem = (path: string) => path.replace(/_(one|many|other)$/, '');

test.each(own)('%s has the same texts in French and English', (name) => {
  const stems = (language: string) => [...new Set(paths(language, name).map(stem))].sort();
  expect(stems('fr')).toEqual(stems('en'));
});

test.each(own)('%s has every plural that each language needs', (name) => {
  const plurals = (language: string) => paths(language, name).filter((path) => path !== stem(path));
  for (const path of new Set(plurals('en').map(stem))) {
    expect(plurals('en')).toEqual(expect.arrayContaining([`${path}_one`, `${path}_other`]));
    expect(plurals('fr')).toEqual(
      expect.arrayContaining([`${path}_one`, `${path}_many`, `${path}_other`]),
    );
  }
});
