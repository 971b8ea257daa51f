import { describe, expect, it } from 'vitest';
import type { FrozenContent } from './frozen-content.ts';
import { liveDifferences, type LiveView } from './live-differences.ts';

const photo = (tags = 0, alt?: string): FrozenContent['media'][number] => ({
  assetId: 'a',
  hash: 'h',
  kind: 'photo',
  name: 'a.jpg',
  tags: Array.from({ length: tags }, (_, index) => ({ productId: `p${index}` })),
  ...(alt ? { alt } : {}),
});
const content = (more: Partial<FrozenContent> = {}): FrozenContent => ({
  recipe: 'facebook-post',
  title: 'Arum',
  text: 'Arum d’Éthiopie\n24,90 €',
  media: [],
  ...more,
});
const fields = (more: Partial<FrozenContent>, view: LiveView) =>
  liveDifferences(content(more), view).map(({ field, planned, seen }) => [field, planned, seen]);

describe('what the network changes by itself', () => {
  it.each([
    ['spaces and line ends', { text: ' Arum d’Éthiopie \r\n 24,90 € ' }],
    ['composed letters', { text: 'Arum d’E\u0301thiopie\n24,90 €' }],
    ['what could not be read', {}],
    ['that it is visible', { isVisible: true }],
  ])('is no difference: %s', (_name, view: LiveView) => {
    expect(fields({}, view)).toEqual([]);
  });

  it.each([
    ['https://shop.example/arum/', 'https://www.shop.example/arum?fbclid=IwAR0'],
    ['https://shop.example/arum?utm_source=fb', 'http://shop.example/arum?utm_source=fb'],
  ])('nor how a link is written: %s', (link, seen) => {
    expect(fields({ link }, { link: seen })).toEqual([]);
  });

  it('nor a description it wrote itself, nor the case of a name', () => {
    expect(fields({ media: [photo()] }, { alts: ['May be an image of a plant'] })).toEqual([]);
    const names = { collaborators: ['Mug.Co'] };
    expect(fields(names, { collaborators: ['mug.co', 'other'] })).toEqual([]);
  });
});

describe('what is a difference', () => {
  it('is other words, shown as they are', () => {
    expect(fields({}, { text: 'Lupin ' })).toEqual([
      ['caption', 'Arum d’Éthiopie\n24,90 €', 'Lupin'],
    ]);
    expect(fields({}, { text: '' })).toEqual([['caption', 'Arum d’Éthiopie\n24,90 €', '']]);
  });

  it('is a picture that is missing, and a description of one', () => {
    const media = [photo(0, 'Un arum'), photo()];
    expect(fields({ media }, { mediaCount: 1, alts: [undefined] })).toEqual([
      ['media', '2', '1'],
      ['alt', 'Un arum', ''],
    ]);
  });

  it('is another link, or none', () => {
    const link = 'https://shop.example/arum';
    expect(fields({ link }, { link: 'https://shop.example/lupin' })).toHaveLength(1);
    expect(fields({ link }, { link: undefined })).toEqual([['link', link, '']]);
  });

  it('is tags that are missing, or on another picture', () => {
    const media = [photo(2), photo(0)];
    expect(fields({ media }, { tagCounts: [2, 0] })).toEqual([]);
    expect(fields({ media }, { tagCounts: [1, 0] })).toEqual([['tags', '2', '1']]);
    expect(fields({ media }, { tagCounts: [0, 2] })).toEqual([['tags', '2', '0']]);
  });

  it('is a co-author who was not invited, and a post that nobody sees', () => {
    const names = { collaborators: ['mug.co', 'lyon'] };
    expect(fields(names, { collaborators: ['lyon'] })).toEqual([
      ['collaborators', 'mug.co, lyon', 'lyon'],
    ]);
    expect(fields({}, { isVisible: false })).toEqual([['visible', 'yes', 'no']]);
  });
});
