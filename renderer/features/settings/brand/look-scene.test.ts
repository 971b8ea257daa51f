import { expect, test } from 'vitest';
import { formatSizes } from '../../../../shared/scene/scene.ts';
import { knownPhotos, lookScene } from './look-scene.ts';
import { noPhoto, sampleSlots } from './sample-slots.ts';

const words = { title: 'Vase', price: '24,90 €', language: 'fr' } as const;
const slots = sampleSlots(undefined, noPhoto, words, String);
const brand = {
  logoText: 'La Serre',
  colours: { ground: '#123456', paper: '#F3EBDD', accent: '#E2B04A' },
};

test('a template stands in the shop’s colours in each format', () => {
  for (const format of ['4:5', '1:1', '9:16', '1.91:1'] as const) {
    const scene = lookScene('arche', slots, format, brand);
    expect(scene).toMatchObject({ ...formatSizes[format], background: '#123456' });
  }
  expect(lookScene('no-such', slots, '1:1', brand)).toBeUndefined();
});

test('the studio is not asked for a photo that there is not, but for a logo', () => {
  const bare = lookScene('arche', slots, '1:1', brand);
  expect(bare && knownPhotos(bare).layers).toEqual([]);
  const logo = { photoId: 'l1', ratio: 2 };
  const worn = lookScene('arche', slots, '1:1', { ...brand, logo });
  const kinds = worn && knownPhotos(worn).layers.map(({ kind }) => kind);
  expect(kinds).toEqual(['logo']);
});

test('the price style and the mark of the shop are on it', () => {
  const bare = lookScene('affiche', slots, '1:1', brand);
  const watermark = { text: 'serre.example', place: 'top-right', opacity: 0.5 } as const;
  const marked = lookScene('affiche', slots, '1:1', { ...brand, watermark });
  expect(JSON.stringify(bare)).not.toContain('serre.example');
  expect(JSON.stringify(marked)).toContain('serre.example');
  const tagged = lookScene('affiche', slots, '1:1', { ...brand, priceStyle: 'tag' });
  expect(tagged?.layers).not.toEqual(bare?.layers);
});

test('the photo stands in it with what is done to it', () => {
  const photo = { ...noPhoto, photoId: 'p1' };
  const work = { exposure: 0.4 };
  const scene = lookScene('arche', { ...slots, photo }, '1:1', brand, work);
  expect(scene?.layers.find(({ kind }) => kind === 'photo')).toMatchObject({ work });
});
