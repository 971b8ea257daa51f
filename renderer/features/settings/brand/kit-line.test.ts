import { expect, test } from 'vitest';
import type { Kit } from '../../../../shared/contract/brand.ts';
import {
  applyPatch,
  emptyLine,
  mergePatches,
  sendPatch,
  settle,
  shownKit,
  undoOf,
} from './kit-line.ts';

const logo = { assetId: 'l1', url: '/media/l1', ratio: 2 };
const kit: Kit = {
  shopId: 'first',
  inherited: false,
  logoText: 'La Serre',
  logo,
  logoDark: logo,
  colours: { ground: '#24402F', paper: '#F3EBDD', accent: '#E2B04A' },
  fonts: { title: 'Fraunces', text: 'Inter' },
  priceStyle: 'tag',
  advice: [],
  families: [],
  fontPairs: [],
};

test('what is left out stays, what is null goes', () => {
  const next = applyPatch(kit, { colours: { accent: '#FF0000' }, fonts: null, logoAssetId: null });
  expect(next.colours).toEqual({ ...kit.colours, accent: '#FF0000' });
  expect(next).toMatchObject({ logoText: 'La Serre', priceStyle: 'tag', logoDark: logo });
  expect(next.fonts).toBeUndefined();
  expect(next.logo).toBeUndefined();
});

test('a hole in the colours takes no colour away', () => {
  const colours = { ground: undefined, accent: '#000000' };
  expect(applyPatch(kit, { colours }).colours).toEqual({ ...kit.colours, accent: '#000000' });
});

test('two changes are one, colour by colour, and the later one holds', () => {
  const first = { colours: { ground: '#111111', accent: '#222222' }, logoText: 'A' };
  const both = mergePatches(first, { colours: { accent: '#333333' }, priceStyle: null });
  expect(both).toEqual({
    colours: { ground: '#111111', accent: '#333333' },
    logoText: 'A',
    priceStyle: null,
  });
  expect(mergePatches(undefined, first)).toBe(first);
});

test('what is typed is seen at once, while it is sent, and no longer once it is refused', () => {
  const name = { logoText: 'Serre' };
  const typed = { ...emptyLine, typed: name };
  expect(shownKit(kit, typed).logoText).toBe('Serre');
  const sent = sendPatch(typed, 1, name);
  expect(sent.typed).toBeUndefined();
  const accent = { colours: { accent: '#101010' } };
  const more = { ...sent, typed: accent };
  expect(shownKit(kit, more)).toMatchObject({ logoText: 'Serre', colours: { accent: '#101010' } });
  const left = settle(sendPatch(more, 2, accent), 1);
  expect(shownKit(kit, left)).toMatchObject({
    logoText: 'La Serre',
    colours: { accent: '#101010' },
  });
  expect(settle(left, 2)).toEqual(emptyLine);
});

test('what goes out by itself leaves what is being typed', () => {
  const typed = { ...emptyLine, typed: { logoText: 'S' } };
  expect(sendPatch(typed, 1, { priceStyle: null }).typed).toEqual({ logoText: 'S' });
});

test('what takes a change back touches nothing else', () => {
  const before = { logoText: 'A', colours: kit.colours, fonts: null, logoAssetId: 'l1' };
  const undo = undoOf(before, { colours: { accent: '#000000' }, logoAssetId: null });
  expect(undo).toEqual({ colours: { accent: '#E2B04A' }, logoAssetId: 'l1' });
  expect(undoOf({ inherited: true }, { logoText: 'B' })).toEqual({ inherited: true });
  expect(undoOf(before, { inherited: true })).toBe(before);
});
