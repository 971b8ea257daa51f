import { z } from 'zod';
import { postContent, postTile } from './posts.ts';
import { clientId, empty, id, instant, ok, procedure } from './shapes.ts';

const date = z.iso.date();
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const weekday = z.number().int().min(1).max(7);

/** On which days: some weekdays of every n-th week, a day of the month (the last one where a month is
 *  shorter), or its n-th weekday (-1: the last). */
export const repeatDays = z.discriminatedUnion('every', [
  z.object({
    every: z.literal('week'),
    interval: z.number().int().min(1).max(52),
    weekdays: z.array(weekday).min(1).max(7),
  }),
  z.object({
    every: z.literal('month-day'),
    interval: z.number().int().min(1).max(12),
    day: z.number().int().min(1).max(31),
  }),
  z.object({
    every: z.literal('month-weekday'),
    interval: z.number().int().min(1).max(12),
    nth: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(-1)]),
    weekday,
  }),
]);

/** A rhythm on the clocks of a zone: 18:30 stays 18:30 whatever they do. */
export const repeatRule = z.object({
  days: repeatDays,
  time,
  /** The first day that may be one of it. */
  startDate: date,
  /** The last day that may be one of it. */
  endDate: date.optional(),
  /** How many times in all. */
  count: z.number().int().min(1).max(1000).optional(),
});
export type RepeatRule = z.infer<typeof repeatRule>;

/** `made`: a post stands there. `skipped`: not this time. `held`: a network would refuse it; it is tried
 *  again until its day is over. */
const occurrence = z.object({
  date,
  state: z.enum(['made', 'skipped', 'held']),
  postId: id.optional(),
  at: instant.optional(),
  /** Why it is held. */
  text: z.string().optional(),
  /** Changed on its own: no longer follows the others. */
  own: z.boolean(),
});
export type RepeatOccurrence = z.infer<typeof occurrence>;

export const repeat = z.object({
  id,
  title: z.string(),
  thumbUrl: z.string().optional(),
  rule: repeatRule,
  zone: z.string(),
  accountIds: z.array(id),
  /** Other words, in turn, so that the same text does not come back each time. */
  variants: z.array(z.string()),
  /** Nothing more comes of it. */
  ended: z.boolean(),
  /** Those to come that are made, the next first. */
  coming: z.array(occurrence),
});
export type Repeat = z.infer<typeof repeat>;

const variants = z.array(z.string().min(1).max(70_000)).max(20);

export const evergreenEntry = z.object({
  id,
  title: z.string(),
  thumbUrl: z.string().optional(),
  variants: z.array(z.string()),
  uses: z.number().int(),
  lastAt: instant.optional(),
});

export const evergreenPool = z.object({
  id,
  name: z.string(),
  accountIds: z.array(id),
  /** At least so many days between two times of one post. */
  minDays: z.number().int(),
  /** How often one post comes back at most; absent: no limit. */
  maxUses: z.number().int().optional(),
  on: z.boolean(),
  entries: z.array(evergreenEntry),
  coming: z.array(postTile),
});
export type EvergreenPool = z.infer<typeof evergreenPool>;

const poolSettings = z.object({
  name: z.string().min(1).max(80),
  accountIds: z.array(id).min(1).max(50),
  minDays: z.number().int().min(1).max(730),
  maxUses: z.number().int().min(1).max(1000).optional(),
  on: z.boolean(),
});

export const repeats = {
  list: procedure('/repeats/list')
    .input(empty)
    .output(z.object({ items: z.array(repeat) })),
  /** The next instants of a rhythm, without saving anything. `moved`: the clocks skip its time that day.
   *  `textsNeeded` different texts keep one from coming back within seven days. */
  preview: procedure('/repeats/preview')
    .input(
      z.object({
        rule: repeatRule,
        zone: z.string().max(60),
        limit: z.number().max(50).optional(),
      }),
    )
    .output(
      z.object({
        items: z.array(z.object({ date, at: instant, wall: z.string(), moved: z.boolean() })),
        textsNeeded: z.number().int(),
      }),
    ),
  /** Makes a post the first of a series. The next ones are real posts, made sixty days ahead. */
  create: procedure('/repeats/create')
    .input(z.object({ postId: id, rule: repeatRule, variants: variants.optional(), clientId }))
    .output(repeat),
  /** The series that a post belongs to; absent when it belongs to none. */
  ofPost: procedure('/repeats/ofPost')
    .input(z.object({ postId: id }))
    .output(z.object({ repeat: repeat.optional(), occurrence: occurrence.optional() })),
  /** What this post says and when it comes holds for all that follow, but those changed on their own. */
  changeFollowing: procedure('/repeats/changeFollowing')
    .input(
      z.object({
        postId: id,
        rule: repeatRule.pick({ days: true, time: true, endDate: true }).partial().optional(),
        variants: variants.optional(),
        clientId,
      }),
    )
    .output(repeat),
  /** Leaves one out; `undo` takes it in again. */
  skip: procedure('/repeats/skip')
    .input(z.object({ repeatId: id, date, undo: z.boolean().optional(), clientId }))
    .output(repeat),
  /** Ends a series from a day on (all that is to come, if none is named). */
  end: procedure('/repeats/end')
    .input(z.object({ repeatId: id, from: date.optional(), clientId }))
    .output(repeat),
  pools: procedure('/repeats/pools')
    .input(empty)
    .output(z.object({ items: z.array(evergreenPool) })),
  savePool: procedure('/repeats/savePool')
    .input(poolSettings.extend({ poolId: id.optional(), clientId }))
    .output(evergreenPool),
  removePool: procedure('/repeats/removePool')
    .input(z.object({ poolId: id, clientId }))
    .output(ok),
  /** Takes a copy of a post's words and pictures into the pool. */
  addToPool: procedure('/repeats/addToPool')
    .input(z.object({ poolId: id, postId: id, variants: variants.optional(), clientId }))
    .output(evergreenPool),
  changeEntry: procedure('/repeats/changeEntry')
    .input(z.object({ entryId: id, content: postContent.optional(), variants, clientId }))
    .output(evergreenPool),
  removeFromPool: procedure('/repeats/removeFromPool')
    .input(z.object({ entryId: id, clientId }))
    .output(evergreenPool),
};
