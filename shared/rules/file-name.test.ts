import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanFilePart, fileLabel, fileSlug, nameKey, uniqueName } from './file-name.ts';

/** Any code point at all, half of them where the traps are. */
const anyLetters = fc.array(
  fc.oneof(fc.integer({ min: 0, max: 0x10ffff }), fc.integer({ min: 0, max: 0x7f })),
  { maxLength: 260 },
);

describe('F73 names of files', () => {
  it.each([
    ['CON', '_CON'],
    ['aux.jpg', '_aux.jpg'],
    ['com1', '_com1'],
    ['LPT³.x', '_LPT³.x'],
    ['console', 'console'],
    ['x.jpg.', 'x.jpg'],
    ['..\\..\\secret', 'secret'],
    ['a/b:c*d', 'a-b-c-d'],
    ['tasse\u0000.exe', 'tasse-.exe'],
    ['photo\u202egpj.exe', 'photo-gpj.exe'],
    ['-rf', 'rf'],
    ['.bashrc', 'bashrc'],
    ['   ', 'vitrine'],
    ['👗 robe', '👗 robe'],
    ['E\u0301te\u0301', 'Été'],
  ])('%j is written %j', (text, name) => expect(cleanFilePart(text)).toBe(name));

  it('takes any text at all', () => {
    fc.assert(
      fc.property(anyLetters, (letters) => {
        const text = String.fromCodePoint(...letters);
        const name = cleanFilePart(text);
        expect(name.length).toBeGreaterThan(0);
        expect(Array.from(name).length).toBeLessThanOrEqual(121);
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(201);
        expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}]|^[.\s-]|[.\s]$/u);
        expect(name).toBe(name.normalize('NFC'));
      }),
      { numRuns: 60 },
    );
  });

  it('joins words by dashes, with and without accents', () => {
    expect(fileLabel('Arum d’Éthiopie (24,90 €)')).toBe('Arum-d-Éthiopie-24-90');
    expect(fileSlug('Arum d’Éthiopie à Œuf')).toBe('arum-d-ethiopie-a-oeuf');
    expect(fileSlug('أصيص')).toBe('أصيص');
  });

  it('keeps twins in case and in composition apart', () => {
    const taken = new Set([nameKey('Été.jpg')]);
    expect(uniqueName('été.jpg', taken)).toBe('été (2).jpg');
    expect(uniqueName('E\u0301te\u0301.jpg', new Set([...taken, nameKey('été (2).jpg')]))).toBe(
      'Été (3).jpg',
    );
    expect(uniqueName('ete.jpg', taken)).toBe('ete.jpg');
    const long = `${'a'.repeat(116)}.jpg`;
    expect(uniqueName(long, new Set([nameKey(long)])).length).toBeLessThanOrEqual(120);
  });
});
