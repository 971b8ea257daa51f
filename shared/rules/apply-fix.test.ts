import { describe, expect, test } from 'vitest';
import { applyFix, isMediaFix, isWordFix, type Mendable } from './apply-fix.ts';
import type { CheckFix, WordFix } from './check-fix.ts';
import { checkPost } from './check-post.ts';
import type { CheckedMedia, CheckedPost } from './post-check-types.ts';

const tag = (productId: string, more: object = {}) => ({ productId, x: 0.5, y: 0.5, ...more });
const words = (most: number) => 'mot '.repeat(Math.ceil(most / 4)).trimEnd();
const hashtags = (count: number) => Array.from({ length: count }, (_, at) => `#t${at}`).join(' ');

const film: CheckedMedia = {
  kind: 'video',
  name: 'clip.mp4',
  mime: 'video/mp4',
  widthPx: 1080,
  heightPx: 1920,
  durationMs: 15_000,
  sizeBytes: 9_000_000,
  alt: '',
  tags: [],
};
const photo: CheckedMedia = {
  ...film,
  ...{ kind: 'photo', name: 'arum.jpg', mime: 'image/jpeg', heightPx: 1350, durationMs: 0 },
  alt: 'Un arum',
};

/** The same post as the checks see it. */
function seen(post: Mendable, facts: readonly CheckedMedia[]): CheckedPost {
  const arum = { id: 'a', title: 'Arum', hasPhoto: true, link: 'https://a.example', stock: 3 };
  const networks = ['facebook', 'instagram'] as const;
  return {
    kind: post.kind ?? 'post',
    captions: {
      facebook: post.captions?.facebook ?? post.caption,
      instagram: post.captions?.instagram ?? post.caption,
    },
    media: post.media.map((medium) => ({
      ...(facts[Number(medium.assetId)] ?? photo),
      alt: medium.alt ?? 'Un arum',
      tags: medium.tags ?? [],
    })),
    link: post.link ?? '',
    firstComment: post.firstComment ?? '',
    accounts: networks.map((network) => ({
      ...{ id: network, network, name: network, health: 'ok', hasCatalogue: true },
    })),
    unknownAccounts: 0,
    products: new Map(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => [id, { ...arum, id }])),
    convertsPhotos: true,
    postedBefore: [],
  };
}

const base: Mendable = { caption: 'Bonjour', media: [{ assetId: '0' }] };

/** Each is found with a fix, and the fix leaves nothing of it. */
const mended: [code: string, post: Mendable, facts?: CheckedMedia[]][] = [
  [
    'caption-hidden',
    { ...base, caption: 'Bon\u200bjour\u202e', captions: { facebook: 'é\ufeff' } },
  ],
  ['caption-too-long', { ...base, caption: words(2300) }],
  ['caption-too-long', { ...base, caption: `${words(2190)} ${hashtags(8)}` }],
  ['caption-too-long', { ...base, media: [], caption: words(63_300) }],
  ['hashtags-too-many', { ...base, caption: `Bonjour ${hashtags(33)}` }],
  ['mentions-too-many', { ...base, caption: '@arum '.repeat(23) }],
  ['comment-too-long', { ...base, firstComment: words(2300) }],
  ['comment-long', { ...base, firstComment: words(400) }],
  ['comment-hashtags-too-many', { ...base, firstComment: hashtags(31) }],
  ['comment-hashtags-risky', { ...base, firstComment: hashtags(6) }],
  ['story-no-comment', { ...base, kind: 'story', firstComment: 'Bonjour' }],
  ['story-no-link', { ...base, kind: 'story', link: 'https://a.example' }],
  ['link-unreadable', { ...base, link: 'laserre.example/arum' }],
  ['link-unreadable', { ...base, link: 'pas un lien' }],
  ['link-facebook', { ...base, link: 'https://www.facebook.com/laserre' }],
  ['link-into-text', { ...base, link: 'https://laserre.example/arum' }],
  ['media-too-many', { ...base, media: Array.from({ length: 11 }, () => ({ assetId: '0' })) }],
  ['media-mixed', { ...base, media: [{ assetId: '0' }, { assetId: '1' }] }, [photo, film]],
  ['videos-too-many', { ...base, media: [{ assetId: '0' }, { assetId: '1' }] }, [film, film]],
  ['media-missing', base, [{ ...photo, kind: 'missing' }]],
  ['reel-one-video', { ...base, kind: 'reel' }],
  [
    'reel-one-video',
    { ...base, kind: 'reel', media: [{ assetId: '0' }, { assetId: '1' }] },
    [photo, film],
  ],
  ['story-one-medium', { ...base, kind: 'story', media: [{ assetId: '0' }, { assetId: '0' }] }],
  ['alt-too-long', { ...base, media: [{ assetId: '0', alt: words(1010) }] }],
  ['tags-not-on-stories', { ...base, kind: 'story', media: [{ assetId: '0', tags: [tag('a')] }] }],
  [
    'tags-too-many',
    {
      ...base,
      media: [
        { assetId: '0', tags: ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => tag(id)) },
        { assetId: '0' },
      ],
    },
  ],
  ['tag-twice', { ...base, media: [{ assetId: '0', tags: [tag('a'), tag('a')] }] }],
  ['tag-place-missing', { ...base, media: [{ assetId: '0', tags: [{ productId: 'a' }] }] }],
  ['tag-outside', { ...base, media: [{ assetId: '0', tags: [tag('a', { x: 1.4, y: -1 })] }] }],
  ['tag-place-on-video', { ...base, media: [{ assetId: '0', tags: [tag('a')] }] }, [film]],
];

test.each(mended)('one press mends %s', (code, post, facts = [photo]) => {
  const find = (one: Mendable) => checkPost(seen(one, facts)).filter((item) => item.code === code);
  const fixes = find(post).flatMap(({ network, fixes: all = [] }) =>
    all.map((fix) => ({ network, fix })),
  );
  expect(fixes.length).toBeGreaterThan(0);
  for (const { network, fix } of fixes) {
    expect(isWordFix(fix)).toBe(true);
    const before = structuredClone(post);
    const after = { ...post, ...applyFix(post, fix as WordFix) };
    expect(post).toEqual(before);
    expect(find(after).filter((one) => one.network === network)).toEqual([]);
  }
});

describe('what a fix leaves alone', () => {
  test('a cut for one network keeps the words of the other', () => {
    const caption = words(2300);
    const fix = { kind: 'cut-caption', network: 'instagram', most: 2200 } as const;
    const after = { ...base, caption, ...applyFix({ ...base, caption }, fix) };
    expect(after.caption).toBe(caption);
    expect(after.captions?.instagram?.length).toBeLessThanOrEqual(2200);
    expect(caption.startsWith(after.captions?.instagram ?? '?')).toBe(true);
  });

  test('hashtags that move to the first comment stand behind what was there', () => {
    const post = { ...base, caption: 'Arum\n\n#arum #lyon', firstComment: 'Merci' };
    expect(applyFix(post, { kind: 'move-hashtags', network: 'instagram' })).toEqual({
      captions: { instagram: 'Arum' },
      firstComment: 'Merci\n#arum #lyon',
    });
  });

  test('a link that goes into the text is not written twice', () => {
    const link = 'https://laserre.example';
    const post = { ...base, caption: `Voir ${link}`, link };
    expect(applyFix(post, { kind: 'link-into-text' })).toEqual({
      captions: { facebook: `Voir ${link}` },
      link: undefined,
    });
  });
});

test('pixels and times are no matter of words', () => {
  const others: CheckFix[] = [
    { kind: 'crop', mediaIndex: 0, ratio: 0.8 },
    { kind: 'frame', mediaIndex: 0, ratio: 0.8 },
    { kind: 'convert-photo', mediaIndex: 0 },
    { kind: 'trim-video', mediaIndex: 0, longestMs: 1 },
    { kind: 'convert-video', mediaIndex: 0 },
  ];
  expect(others.every(isMediaFix)).toBe(true);
  expect(others.some(isWordFix)).toBe(false);
  expect(isWordFix({ kind: 'move-time', at: '2026-11-26T17:30:00.000Z' })).toBe(false);
});
