import { describe, expect, it } from 'vitest';
import type { AccountFact, AssetFact, PostFact } from '../../shared/facts.ts';
import { chooseRecipe, freezeContent, hashContent } from './frozen-content.ts';

const account = (network: AccountFact['network']): AccountFact => ({
  id: network,
  network,
  remoteId: '1',
  name: 'La Serre',
  pageRemoteId: '1',
  health: 'ok',
  practice: true,
});

const asset = (id: string, kind: AssetFact['kind'] = 'photo'): AssetFact => ({
  id,
  kind,
  name: `${id}.jpg`,
  path: `/x/${id}`,
  mime: 'image/jpeg',
  sizeBytes: 1,
  hash: `hash-${id}`,
  productIds: [],
  url: '',
  thumbUrl: '',
});

const post = (change: Partial<PostFact> = {}): PostFact => ({
  id: 'p',
  version: 1,
  kind: 'post',
  title: 'Arum',
  media: [],
  accountIds: ['facebook'],
  captions: { facebook: 'Sur Facebook', instagram: 'Sur Instagram' },
  ...change,
});

const photo = { kind: 'photo' as const };
const video = { kind: 'video' as const };

describe('the way of publishing', () => {
  it.each([
    ['facebook', 'post', [], 'facebook-post'],
    ['facebook', 'post', [photo, photo], 'facebook-post'],
    ['facebook', 'post', [video], 'facebook-video'],
    ['facebook', 'reel', [video], 'facebook-reel'],
    ['facebook', 'story', [photo], 'facebook-story'],
    ['instagram', 'post', [photo], 'instagram-image'],
    ['instagram', 'post', [video], 'instagram-reel'],
    ['instagram', 'post', [photo, video], 'instagram-carousel'],
    ['instagram', 'reel', [video], 'instagram-reel'],
    ['instagram', 'story', [video], 'instagram-story'],
  ] as const)('on %s as %s of %o is %s', (network, kind, media, recipe) => {
    expect(chooseRecipe(network, kind, [...media], true)).toBe(recipe);
  });

  it.each([
    ['facebook', 'post', [photo, video], 'mixed-media'],
    ['facebook', 'reel', [photo], 'reel-one-video'],
    ['facebook', 'story', [photo, photo], 'story-one-medium'],
    ['instagram', 'post', [], 'media-needed'],
    ['instagram', 'post', Array.from({ length: 11 }, () => photo), 'too-many-media'],
  ] as const)('on %s as %s of %o is refused: %s', (network, kind, media, code) => {
    expect(chooseRecipe(network, kind, [...media], true)).toMatchObject({ why: { code } });
  });

  it('refuses a Facebook post without a word', () => {
    expect(chooseRecipe('facebook', 'post', [], false)).toMatchObject({
      why: { code: 'nothing-to-say' },
    });
  });
});

describe('the frozen copy', () => {
  it('takes the caption of its own network', () => {
    const readAsset = () => asset('a');
    const media = [{ assetId: 'a', tags: [] }];
    const frozen = freezeContent(post({ media }), account('instagram'), readAsset);
    expect(frozen).toMatchObject({ ok: true, content: { text: 'Sur Instagram' } });
  });

  it('puts a link beside media into the text on Facebook, and keeps it as a link without', () => {
    const link = 'https://laserre.example/a';
    const media = [{ assetId: 'a', tags: [] }];
    const beside = freezeContent(post({ link, media }), account('facebook'), () => asset('a'));
    expect(beside).toMatchObject({ ok: true, content: { text: `Sur Facebook\n\n${link}` } });
    expect(beside).not.toHaveProperty('content.link');
    const alone = freezeContent(post({ link }), account('facebook'), () => undefined);
    expect(alone).toMatchObject({ ok: true, content: { text: 'Sur Facebook', link } });
  });

  it('F52 has another hash after an edit of words, order, tags or picture, and only then', () => {
    const tags = [{ productId: 'x', x: 0.5, y: 0.5 }];
    const media = [
      { assetId: 'a', tags },
      { assetId: 'b', tags: [] },
    ];
    const hash = (change: Partial<PostFact>, suffix = '') => {
      const readAsset = (id: string) => ({ ...asset(id), hash: `hash-${id}${suffix}` });
      const frozen = freezeContent(post({ media, ...change }), account('instagram'), readAsset);
      return frozen.ok ? hashContent(frozen.content) : 'refused';
    };
    const before = hash({});
    expect(hash({ version: 9, graceMinutes: 5 })).toBe(before);
    expect(hash({ media: media.toReversed() })).not.toBe(before);
    expect(hash({ captions: { facebook: '', instagram: 'Autre' } })).not.toBe(before);
    expect(hash({}, '-edited')).not.toBe(before);
    expect(hash({ media: [{ assetId: 'a', tags: [] }, media[1]!] })).not.toBe(before);
  });

  it('cannot be taken of a picture that is gone or no picture', () => {
    const media = [{ assetId: 'a', tags: [] }];
    const gone = freezeContent(post({ media }), account('facebook'), () => undefined);
    expect(gone).toMatchObject({ ok: false, why: { code: 'picture-missing' } });
    const sound = freezeContent(post({ media }), account('facebook'), () => asset('a', 'audio'));
    expect(sound).toMatchObject({ ok: false, why: { code: 'media-unsuitable' } });
  });
});
