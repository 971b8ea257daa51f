import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const here = import.meta.dirname;
const texts = resolve(here, '../../resources/texts');

/** Every code that the checks can answer, read from their sources. */
function codesInSources(): string[] {
  const sources = readdirSync(here).filter((name) => /^check-.*(?<!\.test)\.ts$/.test(name));
  const found = sources.flatMap((name) => {
    const source = readFileSync(join(here, name), 'utf8');
    const literals = source.matchAll(
      /(?:code: |(?:refuse|over|risky|tooLong)\(\s*|say\('\w+', |'(?:error|warning|note)', |finding\('\w+', |forNetwork\('\w+', )'([a-z]+(?:-[a-z]+)*)'/g,
    );
    return [...literals].map((match) => match[1] ?? '');
  });
  return [...new Set(found)].filter(
    (code) => !['error', 'warning', 'note', 'instagram', 'facebook'].includes(code),
  );
}

test.each(['fr', 'en'])('every check has its sentence in %s', (language) => {
  const sentences = JSON.parse(
    readFileSync(join(texts, language, 'checks.json'), 'utf8'),
  ) as Record<string, string>;
  const known = new Set(Object.keys(sentences).map((key) => key.replace(/_(one|many|other)$/, '')));
  const codes = codesInSources();
  expect(codes.length).toBeGreaterThan(60);
  expect(codes.filter((code) => !known.has(code))).toEqual([]);
  for (const health of ['sign-in', 'permission', 'restricted', 'throttled'])
    expect(known).toContain(`account-${health}`);
});

test('both languages name the same parameters', () => {
  const read = (language: string) =>
    JSON.parse(readFileSync(join(texts, language, 'checks.json'), 'utf8')) as Record<
      string,
      string
    >;
  const [fr, en] = [read('fr'), read('en')];
  const params = (text: string) =>
    [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();
  for (const key of Object.keys(en))
    expect(params(fr[key] ?? ''), key).toEqual(params(en[key] ?? ''));
});
