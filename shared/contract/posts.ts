import { z } from 'zod';
import {
  clientId,
  cursor,
  id,
  instant,
  limit,
  mediaUrl,
  network,
  ok,
  procedure,
} from './shapes.ts';
import { checkFix } from './fixes.ts';
import { usualTime } from './shop.ts';
import { target } from './publishing.ts';

export const productTag = z.object({
  productId: id,
  /** Fractions from the top left; needed on pictures, absent on videos. */
  x: z.number().min(0).max(1).optional(),
  y: z.number().min(0).max(1).optional(),
});

export const postMedia = z.object({
  assetId: id,
  alt: z.string().max(1000).optional(),
  tags: z.array(productTag).max(30).optional(),
});

export const postKind = z.enum(['post', 'reel', 'story']);

export const postContent = z.object({
  accountIds: z.array(id).max(50),
  caption: z.string().max(70_000),
  /** A text of its own for a network; the common one elsewhere. */
  captions: z
    .object({
      facebook: z.string().max(70_000).optional(),
      instagram: z.string().max(70_000).optional(),
    })
    .optional(),
  media: z.array(postMedia).max(30),
  link: z.string().max(2000).optional(),
  firstComment: z.string().max(8000).optional(),
  kind: postKind.optional(),
  /** `null` for none; absent when saving leaves the post in the campaign it has. */
  campaignId: id.nullish(),
  /** User names invited as authors on Instagram, at most three. */
  collaborators: z.array(z.string().min(1).max(40)).max(10).optional(),
  /** The frame of an Instagram reel's own video that stands for it. */
  coverMs: z.number().int().min(0).max(900_000).optional(),
  /** A picture that stands for an Instagram reel; wins over `coverMs`. */
  coverAssetId: id.optional(),
  /** Facebook's own scheduler shows it, even while this computer is off; the shop's wish unless said.
   *  Text, link and photos only, 11 minutes to 29 days ahead. */
  handOver: z.boolean().optional(),
});
export type PostContent = z.infer<typeof postContent>;

export const check = z.object({
  network: network.optional(),
  field: z.string(),
  level: z.enum(['error', 'warning', 'note']),
  code: z.string(),
  text: z.string(),
  /** Which medium, if one is meant. */
  mediaIndex: z.number().int().optional(),
  /** What one press would mend, the gentlest first. */
  fixes: z.array(checkFix).optional(),
});
export type Check = z.infer<typeof check>;

export const plan = z.object({
  at: instant,
  /** What the merchant chose, kept when zone rules change. */
  wall: z.string(),
  zone: z.string(),
});

/** A price that a post still to come quotes otherwise than the catalogue has it, in minor units. */
export const stalePrice = z.object({
  fromMinor: z.number().int(),
  toMinor: z.number().int(),
  currency: z.string(),
  /** Where it is brought up to date. */
  seriesId: id,
  productId: id,
});
export type StalePrice = z.infer<typeof stalePrice>;

export const post = postContent.extend({
  id,
  campaignId: id.optional(),
  kind: postKind,
  /** First line of the caption, or what else tells the post apart. */
  title: z.string(),
  thumbUrl: mediaUrl.optional(),
  plan: plan.optional(),
  graceMinutes: z.number().int().optional(),
  targets: z.array(target),
  checks: z.array(check),
  stalePrice: stalePrice.optional(),
  /** The published post that this one was made from. */
  sourceId: id.optional(),
  updatedAt: instant,
  /** Grows with each saved change. */
  version: z.number().int(),
});
export type Post = z.infer<typeof post>;

/** `needed`: its author has not asked yet; `asked`: somebody is waited for; `approved` holds for exactly
 *  this content. */
export const approvalState = z.enum(['needed', 'asked', 'approved', 'sent-back']);
export type ApprovalState = z.infer<typeof approvalState>;

/** What a calendar tile needs, nothing more. */
export const postTile = z.object({
  id,
  title: z.string(),
  thumbUrl: mediaUrl.optional(),
  at: instant.optional(),
  wall: z.string().optional(),
  /** In which `wall` was chosen. */
  zone: z.string().optional(),
  networks: z.array(network),
  accountIds: z.array(id),
  /** `draft`, or the state that asks most for attention among the targets. */
  state: z.string(),
  asks: z.boolean(),
  campaignId: id.optional(),
  /** A second person's yes that it still lacks. */
  approval: approvalState.optional(),
  stalePrice: stalePrice.optional(),
});
export type PostTile = z.infer<typeof postTile>;

export const placedPosts = z.object({
  placed: z.array(z.object({ postId: id, at: instant, wall: z.string() })),
  /** What a network would refuse stays as it was; `text` says why. */
  refused: z.array(z.object({ postId: id, title: z.string(), text: z.string() })),
});
export type PlacedPosts = z.infer<typeof placedPosts>;

/** A post of a batch; with `at` or `wall` it is scheduled, else it is a draft. */
export const newPost = z.object({
  content: postContent,
  /** As `posts/schedule` takes it: an instant, or with `zone` a wall time. */
  at: z.string().min(10).max(40).optional(),
  /** A wall time; `zone` is the shop's unless given. */
  wall: z.string().min(10).max(40).optional(),
  zone: z.string().max(60).optional(),
  disambiguation: z.enum(['earlier', 'later']).optional(),
});
export type NewPost = z.infer<typeof newPost>;

export const undoneBatch = z.object({
  /** How many posts went, or came back. */
  changed: z.number().int(),
  /** What stayed as it was, or came back without its time; `text` says why. */
  stayed: z.array(z.object({ postId: id, title: z.string(), text: z.string() })),
});
export type UndoneBatch = z.infer<typeof undoneBatch>;

/** From `from` (inclusive) to `to` (exclusive), and what it is narrowed to; all of it together. */
export const calendarRange = z.object({
  from: instant,
  to: instant,
  accountId: id.optional(),
  productId: id.optional(),
  campaignId: id.optional(),
  /** Only posts of accounts that belong to this shop. */
  shopId: id.optional(),
  /** As a tile wears it. */
  state: z.string().max(40).optional(),
  /** Only what asks a person something. */
  asks: z.boolean().optional(),
  /** Only what still lacks a second person's yes and stands so. */
  approval: approvalState.optional(),
  /** Whose midnights part the days; the shop's where none is named. */
  zone: z.string().max(60).optional(),
});
export type CalendarRange = z.infer<typeof calendarRange>;

/** How many posts there are each day of the shop that has any, and what became of them. */
export const calendarCounts = z.object({
  days: z.array(z.object({ date: z.string(), count: z.number().int() })),
  published: z.number().int(),
  planned: z.number().int(),
});
export type CalendarCounts = z.infer<typeof calendarCounts>;

/** Another time for a post (`at` as in schedule), or `null`: a draft again. */
export const replanMove = z.object({
  postId: id,
  at: z.string().min(10).max(40).nullable(),
  zone: z.string().max(60).optional(),
});
export type ReplanMove = z.infer<typeof replanMove>;
export const replanned = z.object({
  moved: z.array(
    z.object({
      postId: id,
      at: instant.optional(),
      /** Hand it back to undo. */
      before: replanMove,
    }),
  ),
  /** What stays where it was; `text` says why. */
  refused: z.array(z.object({ postId: id, title: z.string(), text: z.string() })),
});
export type Replanned = z.infer<typeof replanned>;

const targets = z.object({ targets: z.array(target) });
const withChecks = z.object({ postId: id, version: z.number().int(), checks: z.array(check) });

export const posts = {
  create: procedure('/posts/create').input(postContent.extend({ clientId })).output(withChecks),
  /** Saves a draft, or a scheduled post that is not yet on its way. */
  save: procedure('/posts/save')
    .input(
      postContent.extend({
        postId: id,
        version: z.number().int().optional(),
        graceMinutes: z.number().int().min(0).max(1440).optional(),
        clientId,
      }),
    )
    .output(withChecks),
  /** What each network would refuse, without saving anything; with `at` also whether the day's limit
   *  leaves room then. `postId` is the post that is meant, as it does not stand in its own way. */
  check: procedure('/posts/check')
    .input(postContent.extend({ at: instant.optional(), postId: id.optional() }))
    .output(z.object({ checks: z.array(check) })),
  get: procedure('/posts/get')
    .input(z.object({ postId: id }))
    .output(post),
  /** Tiles of the posts planned or published in a range; with `perDay` only the first ones of each day
   *  of the shop, and how many there are in all. */
  calendar: procedure('/posts/calendar')
    .input(calendarRange.extend({ perDay: z.number().int().min(1).max(200).optional() }))
    .output(z.object({ items: z.array(postTile), counts: calendarCounts.optional() })),
  /** The same range without its posts: for a list that asks for what is on screen. */
  days: procedure('/posts/days').input(calendarRange).output(calendarCounts),
  /** Moves many posts, or takes their dates away, in one step; each that cannot says why. */
  replan: procedure('/posts/replan')
    .input(z.object({ moves: z.array(replanMove).min(1).max(1000), clientId }))
    .output(replanned),
  drafts: procedure('/posts/drafts')
    .input(z.object({ cursor, limit }).optional())
    .output(z.object({ items: z.array(postTile), next: z.string().optional() })),
  /** `at` is an instant, or with `zone` a wall time (`2026-11-26T18:30`). Moves a scheduled post. */
  schedule: procedure('/posts/schedule')
    .input(
      z.object({
        postId: id,
        at: z.string().min(10).max(40),
        zone: z.string().max(60).optional(),
        disambiguation: z.enum(['earlier', 'later']).optional(),
        clientId,
      }),
    )
    .output(targets),
  /** Puts posts, in their order, into the next free ones of the shop's usual hours, or of `slots` (as
   *  every weekday at 18:30). */
  placeNext: procedure('/posts/placeNext')
    .input(
      z.object({
        postIds: z.array(id).min(1).max(100),
        slots: z.array(usualTime).max(50).optional(),
        clientId,
      }),
    )
    .output(placedPosts),
  publishNow: procedure('/posts/publishNow')
    .input(z.object({ postId: id, clientId }))
    .output(targets),
  cancel: procedure('/posts/cancel')
    .input(z.object({ postId: id, clientId }))
    .output(targets),
  /** Removes a draft; scheduled posts are cancelled first, published ones stay. */
  remove: procedure('/posts/remove')
    .input(z.object({ postId: id, clientId }))
    .output(ok),
  /** Undo of remove. */
  restore: procedure('/posts/restore')
    .input(z.object({ postId: id, clientId }))
    .output(ok),
  duplicate: procedure('/posts/duplicate')
    .input(z.object({ postId: id, clientId }))
    .output(z.object({ postId: id })),
  /** A new draft made from a post that is out, which it names as its source. */
  republish: procedure('/posts/republish')
    .input(z.object({ postId: id, clientId }))
    .output(z.object({ postId: id, checks: z.array(check) })),
  /** Makes many posts in one step, all or none: those with a time are scheduled. */
  createMany: procedure('/posts/createMany')
    .input(
      z.object({
        posts: z.array(newPost).min(1).max(5000),
        /** What a list of batches calls it. */
        name: z.string().max(200).optional(),
        clientId,
      }),
    )
    .output(z.object({ batchId: id, items: z.array(withChecks) })),
  /** Removes the posts of a batch in one step; what is out or on its way stays and is named. */
  undoBatch: procedure('/posts/undoBatch')
    .input(z.object({ batchId: id, clientId }))
    .output(undoneBatch),
  /** Brings back what the undo removed, at its time where that is still to come. */
  redoBatch: procedure('/posts/redoBatch')
    .input(z.object({ batchId: id, clientId }))
    .output(undoneBatch),
  /** The newest batches. */
  batches: procedure('/posts/batches')
    .input(z.object({ limit }).optional())
    .output(
      z.object({
        items: z.array(
          z.object({
            batchId: id,
            name: z.string(),
            at: instant,
            posts: z.number().int(),
            undone: z.boolean(),
          }),
        ),
      }),
    ),
};
