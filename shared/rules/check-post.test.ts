import { describe, expect, test } from 'vitest';
import { checkPost } from './check-post.ts';
import { clockText } from './check-video.ts';
import { linkHost } from './check-words.ts';
import type { CheckedMedia, CheckedPost } from './post-check-types.ts';

const facebook = account('facebook');
const instagram = account('instagram');

function account(network: 'facebook' | 'instagram', more: object = {}) {
  return {
    id: network,
    network,
    name: network,
    health: 'ok' as const,
    hasCatalogue: true,
    ...more,
  };
}

function photo(more: Partial<CheckedMedia> = {}): CheckedMedia {
  return {
    kind: 'photo',
    name: 'arum.jpg',
    mime: 'image/jpeg',
    widthPx: 1080,
    heightPx: 1350,
    durationMs: 0,
    sizeBytes: 500_000,
    alt: 'Un arum',
    tags: [],
    ...more,
  };
}

function video(more: Partial<CheckedMedia> = {}): CheckedMedia {
  const own = { kind: 'video', mime: 'video/mp4', heightPx: 1920, durationMs: 15_000 } as const;
  return photo({ ...own, alt: '', ...more });
}

const arum = {
  id: 'arum',
  title: 'Arum',
  hasPhoto: true,
  link: 'https://laserre.example/arum',
  stock: 8,
};

function post(more: Partial<CheckedPost> = {}): CheckedPost {
  return {
    kind: 'post',
    captions: { facebook: 'Bonjour', instagram: 'Bonjour' },
    media: [photo()],
    link: '',
    firstComment: '',
    accounts: [facebook, instagram],
    unknownAccounts: 0,
    products: new Map([['arum', arum]]),
    convertsPhotos: false,
    postedBefore: [],
    ...more,
  };
}

const codes = (more: Partial<CheckedPost>) =>
  checkPost(post(more)).map((found) => `${found.level} ${found.code}`);
const onInstagram = (more: Partial<CheckedPost>) => codes({ accounts: [instagram], ...more });
const onFacebook = (more: Partial<CheckedPost>) => codes({ accounts: [facebook], ...more });

test('a good post has nothing to say', () => {
  expect(codes({})).toEqual([]);
});

test('errors come first, notes last', () => {
  const levels = checkPost(
    post({ media: [photo({ alt: '', widthPx: 600, heightPx: 750 }), video()], link: 'x' }),
  ).map((found) => found.level);
  expect(levels).toEqual([...levels].sort((one, other) => rank(one) - rank(other)));
  expect(new Set(levels).size).toBe(3);
});
const rank = (level: string) => ['error', 'warning', 'note'].indexOf(level);

describe('accounts', () => {
  test.each([
    [{ accounts: [] }, ['error accounts-none']],
    [{ accounts: [], unknownAccounts: 2 }, ['error account-gone']],
    [{ accounts: [account('facebook', { health: 'sign-in' })] }, ['warning account-sign-in']],
    [{ accounts: [account('facebook', { health: 'throttled' })] }, ['note account-throttled']],
  ])('%o', (more, expected) => {
    expect(codes(more as Partial<CheckedPost>)).toEqual(expected);
  });
});

describe('words', () => {
  const both = (text: string) => ({ captions: { facebook: text, instagram: text } });

  test('Instagram takes 2,200 characters, 30 hashtags and 20 mentions, and not one more', () => {
    const tags = (count: number) => '#a '.repeat(count);
    const names = (count: number) => '@a '.repeat(count);
    expect(onInstagram(both('x'.repeat(2200)))).toEqual([]);
    expect(onInstagram(both('x'.repeat(2201)))).toEqual(['error caption-too-long']);
    expect(onInstagram(both(tags(30)))).toEqual([]);
    expect(onInstagram(both(tags(31)))).toEqual(['error hashtags-too-many']);
    expect(onInstagram(both(names(20)))).toEqual([]);
    expect(onInstagram(both(names(21)))).toEqual(['error mentions-too-many']);
  });

  test('B19 says by how much', () => {
    const [found] = checkPost(post({ accounts: [instagram], ...both('x'.repeat(2310)) }));
    expect(found).toMatchObject({
      field: 'caption',
      params: { number: 2310, most: 2200, over: 110 },
    });
  });

  test('Facebook takes 63,206 characters and any number of hashtags', () => {
    expect(onFacebook(both('#a'.repeat(31_603)))).toEqual([]);
    expect(onFacebook(both('x'.repeat(63_207)))).toEqual(['error caption-too-long']);
  });

  test('each network is measured by its own words', () => {
    const captions = { facebook: 'x'.repeat(3000), instagram: 'court' };
    expect(codes({ captions })).toEqual([]);
  });

  test('B20 hidden characters are warned of once', () => {
    expect(codes(both('bon\u202ejour'))).toEqual(['warning caption-hidden']);
  });

  test('a first comment has limits too', () => {
    expect(onInstagram({ firstComment: '#a '.repeat(31) })).toEqual([
      'error comment-hashtags-too-many',
    ]);
    expect(onInstagram({ firstComment: 'x'.repeat(2201) })).toEqual(['error comment-too-long']);
    expect(onFacebook({ firstComment: 'x'.repeat(8001) })).toEqual(['error comment-too-long']);
  });
});

describe('links', () => {
  test.each([
    ['https://laserre.example/arum', []],
    ['http://laserre.example', []],
    ['laserre.example/arum', ['error link-unreadable']],
    ['javascript:alert(1)', ['error link-unreadable']],
    ['https://', ['error link-unreadable']],
    ['https://a b.example', ['error link-unreadable']],
    ['https://www.facebook.com/laserre', ['error link-facebook']],
    ['https://notfacebook.com/x', []],
    ['http://192.168.1.4/arum', ['warning link-private']],
    ['http://caisse.local/arum', ['warning link-private']],
  ])('%s on Facebook', (link, expected) => {
    expect(onFacebook({ link, media: [] })).toEqual(expected);
  });

  test('beside a photo it goes into the text, and never to Instagram', () => {
    expect(codes({ link: 'https://laserre.example' })).toEqual([
      'note link-into-text',
      'note link-not-on-instagram',
    ]);
  });

  test('linkHost reads the host of an address and nothing else', () => {
    expect(linkHost('https://user@LaSerre.example:8443/x?y#z')).toBe('laserre.example');
    expect(linkHost('https://laserre')).toBeUndefined();
    expect(linkHost('ftp://laserre.example')).toBeUndefined();
  });
});

describe('media', () => {
  const photos = (count: number) => Array.from({ length: count }, () => photo());

  test('Instagram needs one and takes ten', () => {
    expect(onInstagram({ media: [] })).toEqual(['error media-needed']);
    expect(onInstagram({ media: photos(10) })).toEqual([]);
    expect(onInstagram({ media: photos(11) })).toEqual(['error media-too-many']);
  });

  test('Facebook takes words alone, but not nothing', () => {
    expect(onFacebook({ media: [] })).toEqual([]);
    expect(onFacebook({ media: [], captions: { facebook: ' ', instagram: '' } })).toEqual([
      'error empty',
    ]);
  });

  test('Facebook does not mix and takes one video; Instagram does mix', () => {
    expect(onFacebook({ media: [photo(), video()] })).toEqual(['error media-mixed']);
    expect(onFacebook({ media: [video(), video()] })).toEqual(['error videos-too-many']);
    expect(onInstagram({ media: [photo({ heightPx: 1920 }), video()] })).not.toContain(
      'error media-mixed',
    );
  });

  test.each([
    [{ widthPx: 1080, heightPx: 1350 }, []],
    [{ widthPx: 1080, heightPx: 566 }, []],
    [{ widthPx: 1080, heightPx: 1360 }, ['error photo-too-tall']],
    [{ widthPx: 1080, heightPx: 560 }, ['error photo-too-wide']],
    [{ widthPx: 1080, heightPx: 3240 }, ['error photo-too-tall']],
    [{ widthPx: 319, heightPx: 319 }, ['error photo-too-small']],
    [{ widthPx: 320, heightPx: 320 }, ['warning photo-small']],
    [{ widthPx: 1079, heightPx: 1079 }, ['warning photo-small']],
    [{ mime: 'image/webp' }, ['error photo-not-jpeg']],
    [{ sizeBytes: 8_000_001 }, ['error photo-too-heavy']],
  ])('a photo of %o on Instagram', (more, expected) => {
    expect(onInstagram({ media: [photo(more)] })).toEqual(expected);
  });

  test('B9 says the shape as people do', () => {
    const [found] = checkPost(post({ media: [photo({ heightPx: 3240 })], accounts: [instagram] }));
    expect(found?.params).toMatchObject({ ratio: '1:3', number: 1 });
  });

  test('a carousel takes the shape of its first picture', () => {
    const square = photo({ heightPx: 1080 });
    expect(onInstagram({ media: [square, photo(), square] })).toEqual(['warning carousel-crop']);
    expect(onInstagram({ media: [square, photo({ heightPx: 3240 })] })).toEqual([
      'warning carousel-crop',
    ]);
  });

  test.each([
    [{ sizeBytes: 4_000_001 }, ['error photo-too-heavy']],
    [{ mime: 'image/webp' }, []],
    [{ mime: 'image/avif' }, ['error photo-type']],
    [{ widthPx: 200, heightPx: 900 }, []],
  ])('a photo of %o on Facebook', (more, expected) => {
    expect(onFacebook({ media: [photo(more)] })).toEqual(expected);
  });

  test('type and weight are no concern when photos are converted on the way', () => {
    const media = [photo({ mime: 'image/avif', sizeBytes: 20_000_000 })];
    expect(codes({ media, convertsPhotos: true })).toEqual([]);
  });

  test('one that left the library is missed', () => {
    expect(onFacebook({ media: [photo({ kind: 'missing', alt: '' })] })).toEqual([
      'error media-missing',
    ]);
  });

  test('alt texts: missing ones noted, long ones refused, those of videos not sent', () => {
    expect(onFacebook({ media: [photo({ alt: ' ' })] })).toEqual(['note alt-missing']);
    expect(onFacebook({ media: [photo({ alt: 'x'.repeat(1001) })] })).toEqual([
      'error alt-too-long',
    ]);
    expect(onInstagram({ media: [video({ alt: 'Un pot' })] })).toEqual([
      'note video-becomes-reel',
      'note alt-not-sent',
    ]);
  });
});

describe('videos', () => {
  test('a lone one is a reel on Instagram, whatever it is called', () => {
    expect(onInstagram({ media: [video()] })).toEqual(['note video-becomes-reel']);
    expect(onInstagram({ media: [video()], kind: 'reel' })).toEqual([]);
    expect(onFacebook({ media: [video()] })).toEqual([]);
  });

  test.each([
    ['post', { durationMs: 2999 }, 'error video-too-short'],
    ['post', { durationMs: 900_001 }, 'error video-too-long'],
    ['post', { sizeBytes: 300_000_001 }, 'error video-too-heavy'],
    ['post', { widthPx: 1921 }, 'error video-too-wide'],
    ['post', { mime: 'video/webm' }, 'error video-type'],
    ['story', { durationMs: 60_001 }, 'error video-too-long'],
    ['story', { sizeBytes: 100_000_001 }, 'error video-too-heavy'],
  ] as const)('as %s on Instagram, %o', (kind, more, expected) => {
    expect(onInstagram({ kind, media: [video(more)] })).toContain(expected);
  });

  test.each([
    ['reel', { durationMs: 90_001 }, 'error video-too-long'],
    ['reel', { widthPx: 530, heightPx: 942 }, 'error video-too-small'],
    ['reel', { widthPx: 1080, heightPx: 1080 }, 'error reel-shape'],
    ['story', { durationMs: 60_001 }, 'error video-too-long'],
    ['post', { durationMs: 14_400_001 }, 'error video-too-long'],
  ] as const)('as %s on Facebook, %o', (kind, more, expected) => {
    expect(
      onFacebook({ kind, media: [video(more)], captions: { facebook: '', instagram: '' } }),
    ).toContain(expected);
  });

  test('among other media it is shorter', () => {
    const media = [photo({ heightPx: 1920 }), video({ durationMs: 61_000 })];
    expect(onInstagram({ media })).toContain('error video-too-long');
  });

  test('B14 names times as people do', () => {
    const [found] = checkPost(
      post({ kind: 'reel', media: [video({ durationMs: 250_000 })], accounts: [facebook] }),
    );
    expect(found?.params).toEqual({ time: '4:10', most: '1:30' });
    expect(clockText(3_723_000)).toBe('1:02:03');
  });
});

describe('reels and stories', () => {
  const silent = { captions: { facebook: '', instagram: '' } };

  test('a reel is one video', () => {
    expect(codes({ kind: 'reel', media: [photo()] })).toContain('error reel-one-video');
    expect(codes({ kind: 'reel', media: [video(), video()] })).toContain('error reel-one-video');
    expect(codes({ kind: 'reel', media: [video()] })).toEqual([]);
  });

  test('a story is one medium of any shape, without words, link, comment or tags', () => {
    expect(
      codes({ ...silent, kind: 'story', media: [photo({ heightPx: 1920, alt: '' })] }),
    ).toEqual([]);
    expect(codes({ ...silent, kind: 'story', media: [photo(), photo()] })).toContain(
      'error story-one-medium',
    );
    const tags = [{ productId: 'arum', x: 0.5, y: 0.5 }];
    const loaded: Partial<CheckedPost> = {
      kind: 'story',
      media: [photo({ tags, alt: '' })],
      link: 'https://laserre.example',
      firstComment: 'Bonjour',
    };
    expect(onInstagram(loaded)).toEqual([
      'error story-no-comment',
      'error tags-not-on-stories',
      'warning story-no-caption',
      'warning story-no-link',
      'note story-bars',
    ]);
  });
});

describe('product tags', () => {
  const tag = { productId: 'arum', x: 0.5, y: 0.8 };
  const tagged = (tags: CheckedMedia['tags'], more: Partial<CheckedMedia> = {}) =>
    photo({ tags, ...more });
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ ...tag, productId: `p${index}` }));
  const shelf = new Map(many(40).map(({ productId }) => [productId, { ...arum, id: productId }]));

  test('are Instagram’s alone', () => {
    expect(codes({ media: [tagged([tag])] })).toEqual(['note tags-not-on-facebook']);
    expect(onFacebook({ media: [tagged([{ productId: 'gone' }])] })).toEqual([
      'note tags-not-on-facebook',
    ]);
  });

  test('20 on a photo, 5 on a slide and 20 in all, 30 on a reel', () => {
    const on = (media: CheckedMedia[]) => onInstagram({ media, products: shelf });
    const unplaced = (count: number) => many(count).map(({ productId }) => ({ productId }));
    expect(on([tagged(many(20))])).toEqual([]);
    expect(on([tagged(many(21))])).toEqual(['error tags-too-many']);
    expect(on([tagged(many(5)), photo()])).toEqual([]);
    expect(on([tagged(many(6)), photo()])).toEqual(['error tags-too-many']);
    expect(on(Array.from({ length: 4 }, () => tagged(many(5))))).toEqual([]);
    expect(on(Array.from({ length: 5 }, () => tagged(many(5))))).toEqual(['error tags-too-many']);
    expect(on([video({ tags: unplaced(30) })])).toEqual(['note video-becomes-reel']);
    expect(on([video({ tags: unplaced(31) })])).toContain('error tags-too-many');
  });

  test.each([
    [[{ productId: 'arum' }], 'error tag-place-missing'],
    [[{ productId: 'arum', x: 0.5 }], 'error tag-place-missing'],
    [[{ productId: 'arum', x: 1.2, y: 0.5 }], 'error tag-outside'],
    [[tag, tag], 'error tag-twice'],
    [[{ ...tag, productId: 'gone' }], 'error tag-product-gone'],
  ])('%j on a photo', (tags, expected) => {
    expect(onInstagram({ media: [tagged(tags)] })).toEqual([expected]);
  });

  test('on a video they have no place', () => {
    expect(onInstagram({ media: [video({ tags: [tag] })] })).toContain('error tag-place-on-video');
    expect(onInstagram({ media: [video({ tags: [{ productId: 'arum' }] })] })).toEqual([
      'note video-becomes-reel',
    ]);
  });

  test.each([
    [{ link: '' }, 'error tag-product-no-link'],
    [{ link: 'laserre' }, 'error tag-product-no-link'],
    [{ hasPhoto: false }, 'error tag-product-no-photo'],
    [{ stock: 0 }, 'warning tag-product-sold-out'],
  ])('a product with %o', (more, expected) => {
    const products = new Map([['arum', { ...arum, ...more }]]);
    expect(onInstagram({ media: [tagged([tag])], products })).toEqual([expected]);
  });

  test('need an account with a catalogue', () => {
    const accounts = [account('instagram', { hasCatalogue: false })];
    expect(codes({ accounts, media: [tagged([tag])] })).toEqual(['error tags-no-catalogue']);
  });
});

test('F51 what appeared before is a warning', () => {
  expect(codes({ postedBefore: ['La Serre'] })).toEqual(['warning posted-before']);
});
