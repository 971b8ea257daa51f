import type { Network } from '../../../../shared/contract/shapes.ts';
import type { PostFact, PostMediaFact } from '../../../../shared/facts.ts';
import type { Dice } from '../dice.ts';
import { taggedSku, tell, type PostWorld } from './post-world.ts';

export type Shape =
  'text' | 'link' | 'photo' | 'photos' | 'video' | 'reel' | 'photo story' | 'video story';

/** A post of a schedule, with what the judge must know of it. */
export type WrittenPost = {
  fact: PostFact;
  shape: Shape;
  /** The first instant for which anybody planned it, by the network's clock. */
  earliestAt: number;
  isCancelled: boolean;
};

/** Films cost time: fewer of them. */
const shapes: readonly Shape[] = [
  ...(['text', 'text', 'link', 'link', 'photo', 'photo', 'photo', 'photos', 'photos'] as const),
  ...(['photo story', 'photo story', 'video', 'reel', 'video story'] as const),
];

/** How a target is called in the counts. */
export function kindName(network: Network, shape: Shape): string {
  if (network === 'facebook') return `facebook ${shape}`;
  const names: Partial<Record<Shape, string>> = {
    photo: 'image',
    photos: 'carousel',
    video: 'reel',
    'photo story': 'story',
    'video story': 'story',
  };
  return `instagram ${names[shape] ?? shape}`;
}

export function writePosts(world: PostWorld, dice: Dice, seed: number): WrittenPost[] {
  const posts: WrittenPost[] = [];
  for (let index = 0; index <= dice.below(3); index++) {
    posts.push(writePost(world, dice, `${seed} ${index}`));
  }
  return posts;
}

function writePost(world: PostWorld, dice: Dice, name: string): WrittenPost {
  const { facebook, instagram } = world.harness;
  const shape = dice.pick(shapes);
  const isWords = shape === 'text' || shape === 'link';
  const places = isWords ? [[facebook]] : [[facebook], [instagram], [facebook, instagram]];
  const accounts = dice.pick(places);
  const media = mediaOf(world, dice, shape, accounts.length === 1 && accounts[0] === instagram);
  const isStory = shape.endsWith('story');
  const fact = world.harness.write({
    caption: `Essai ${name}`,
    accountIds: accounts.map((account) => account.id),
    kind: isStory ? 'story' : shape === 'reel' ? 'reel' : 'post',
    media,
    ...(shape === 'link' ? { link: `https://laserre.example/${name.replace(' ', '-')}` } : {}),
    ...(!isStory && dice.chance(0.4) ? { firstComment: `Mot ${name}` } : {}),
  });
  tell(world, `writes ${shape} for ${accounts.map((account) => account.network).join(', ')}`);
  return { fact, shape, earliestAt: Infinity, isCancelled: false };
}

function mediaOf(world: PostWorld, dice: Dice, shape: Shape, mayTag: boolean): PostMediaFact[] {
  if (shape === 'text' || shape === 'link') return [];
  if (shape === 'video' || shape === 'reel' || shape === 'video story') {
    const isTagged = mayTag && shape !== 'video story' && dice.chance(0.2);
    return [{ assetId: world.film.id, tags: isTagged ? [{ productId: taggedSku }] : [] }];
  }
  const photos = shape === 'photos' ? world.photos.slice(dice.below(2)) : world.photos.slice(0, 1);
  return photos.map((photo, index) => ({
    assetId: photo.id,
    ...(dice.chance(0.5) ? { alt: `Image ${index}` } : {}),
    tags:
      mayTag && shape !== 'photo story' && dice.chance(0.3)
        ? [{ productId: taggedSku, x: 0.25, y: 0.75 }]
        : [],
  }));
}
