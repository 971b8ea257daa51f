import { z } from 'zod';
import type { CallStudio } from '../../../../scripts/demo/programs.ts';
import type { Network } from '../../../../shared/contract/shapes.ts';
import type { Dice } from '../dice.ts';
import { kindName, type Shape } from '../schedules/write-posts.ts';
import { tellKill, type KillWorld } from './kill-world.ts';

/** A change that somebody asked of the studio. It is asked again, under the same client id, until the
 *  studio has acknowledged it. */
export type KillDeed = {
  kind: 'post' | 'reply' | 'private reply' | 'hide';
  shape?: Shape;
  networks: Network[];
  text: string;
  firstComment?: string;
  isAcknowledged: boolean;
  postId?: string;
  run(call: CallStudio): Promise<void>;
};

const shapes: readonly Shape[] = [
  ...(['text', 'link', 'photo', 'photo', 'photos', 'photo story', 'photo story'] as const),
  ...(['video', 'reel', 'video story'] as const),
];
const createdShape = z.object({ postId: z.string() });

export function writePost(world: KillWorld, dice: Dice, name: string): KillDeed {
  const shape = dice.pick(shapes);
  const isWords = shape === 'text' || shape === 'link';
  const all: Network[][] = [['facebook'], ['instagram'], ['facebook', 'instagram']];
  const networks: Network[] = isWords ? ['facebook'] : dice.pick(all);
  const isStory = shape.endsWith('story');
  const text = `Essai ${name}`;
  const firstComment = !isStory && dice.chance(0.4) ? `Mot ${name}` : undefined;
  const content = {
    accountIds: networks.map((network) => world.accounts[network]),
    caption: text,
    kind: isStory ? 'story' : shape === 'reel' ? 'reel' : 'post',
    media: mediaOf(world, shape).map((assetId) => ({ assetId })),
    ...(shape === 'link' ? { link: `https://laserre.example/${name}` } : {}),
    ...(firstComment ? { firstComment } : {}),
  };
  const inMs = dice.chance(0.5) ? 0 : 10_000 + dice.below(60_000);
  const deed: KillDeed = {
    ...{ kind: 'post', shape, networks, text, isAcknowledged: false },
    ...(firstComment ? { firstComment } : {}),
    async run(call) {
      const created = await call('posts/create', { ...content, clientId: text }, createdShape);
      deed.postId = created.postId;
      await plan(call, world, { postId: created.postId, inMs, clientId: `${text} plan` });
    },
  };
  tellKill(world, `${shape} for ${networks.join(', ')}: ${text}, in ${inMs} ms`);
  return deed;
}

async function plan(
  call: CallStudio,
  world: KillWorld,
  { postId, inMs, clientId }: { postId: string; inMs: number; clientId: string },
): Promise<void> {
  if (inMs === 0) await call('posts/publishNow', { postId, clientId }, z.unknown());
  else {
    const at = new Date(world.clock.now + inMs).toISOString();
    await call('posts/schedule', { postId, at, clientId }, z.unknown());
  }
}

function mediaOf({ assets }: KillWorld, shape: Shape): string[] {
  if (shape === 'text' || shape === 'link') return [];
  if (shape === 'photos') return assets.photos;
  return shape.startsWith('photo') ? assets.photos.slice(0, 1) : [assets.film];
}

const threadsShape = z.object({
  items: z.array(
    z.object({
      network: z.enum(['facebook', 'instagram']),
      comments: z.array(
        z.object({ commentId: z.string(), text: z.string(), mine: z.boolean(), state: z.string() }),
      ),
    }),
  ),
});

/** Somebody wrote under an early post; the merchant answers, in public or not, or hides it. */
export async function writeAnswers(
  world: KillWorld,
  dice: Dice,
  call: CallStudio,
  name: string,
): Promise<KillDeed[]> {
  const question = `Question ${name}`;
  await world.control.addComment({
    object: dice.pick(world.basePosts),
    message: question,
    from: `Person ${name}`,
  });
  await call('inbox/sync', {}, z.unknown());
  const { items } = await call('inbox/threads', { limit: 20 }, threadsShape);
  const place = items
    .flatMap(({ network, comments }) => comments.map((comment) => ({ network, comment })))
    .find(({ comment }) => comment.text === question);
  if (!place) return [];
  const { commentId } = place.comment;
  const kinds = dice.pick([['reply'], ['reply', 'private reply'], ['hide'], ['reply', 'reply']]);
  return kinds.map((kind, index) => {
    const text = `${kind} ${name} ${index}`;
    const deed: KillDeed = {
      ...{ kind: kind as KillDeed['kind'], networks: [place.network], text, isAcknowledged: false },
      async run(again) {
        const clientId = text;
        if (kind === 'hide') {
          await again('inbox/hide', { commentId, hidden: true, clientId }, z.unknown());
        } else {
          const procedure = kind === 'reply' ? 'inbox/reply' : 'inbox/privateReply';
          await again(procedure, { commentId, text, clientId }, z.unknown());
        }
      },
    };
    tellKill(world, `${place.network} ${text}`);
    return deed;
  });
}

/** How a deed is called in the counts, on each of its networks. */
export function deedNames({ kind, shape, networks }: KillDeed): string[] {
  return networks.map((network) => (shape ? kindName(network, shape) : `${network} ${kind}`));
}
