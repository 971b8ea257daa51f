import { z } from 'zod';
import { clientId, id, instant, ok, procedure } from './shapes.ts';
import { postTile } from './posts.ts';

/** Each has a ground, an edge and a pattern of its own in the window: colour is never the only sign. */
export const campaignColour = z.enum([
  'terracotta',
  'leaf',
  'sun',
  'berry',
  'sky',
  'plum',
  'sea',
  'slate',
]);
export type CampaignColour = z.infer<typeof campaignColour>;

/** `posts` and `comments` the studio counts itself; of the others the merchant says how far they are. */
export const goalKind = z.enum(['posts', 'comments', 'clicks', 'sales', 'answers']);
export type GoalKind = z.infer<typeof goalKind>;

const utmText = z.string().max(100).optional();
/** Written instead of what `shared/rules/campaign-link.ts` derives. */
export const campaignUtm = z.object({
  source: utmText,
  medium: utmText,
  campaign: utmText,
  content: utmText,
});

const day = z.iso.date();

export const campaignContent = z.object({
  name: z.string().trim().min(1).max(80),
  /** First and last day, both included, on the shop's calendar. */
  startsOn: day,
  endsOn: day,
  colour: campaignColour,
  goal: z
    .object({
      words: z.string().max(500),
      kind: goalKind.optional(),
      count: z.number().int().min(1).max(1_000_000_000).optional(),
      /** How far the merchant says it is, where the studio cannot know. */
      reached: z.number().int().min(0).max(1_000_000_000).optional(),
    })
    .optional(),
  utm: campaignUtm.optional(),
});
export type CampaignContent = z.infer<typeof campaignContent>;

export const campaign = campaignContent.extend({
  id,
  isArchived: z.boolean(),
  /** Of its posts: all, by what became of them, and what people wrote under them. */
  counts: z.object({
    posts: z.number().int(),
    drafts: z.number().int(),
    planned: z.number().int(),
    published: z.number().int(),
    /** Failed, missed or uncertain. */
    asking: z.number().int(),
    comments: z.number().int(),
  }),
  /** How far the goal's count is reached; absent without a count. */
  progress: z.object({ reached: z.number().int(), count: z.number().int() }).optional(),
  updatedAt: instant,
});
export type Campaign = z.infer<typeof campaign>;

export const campaigns = {
  /** In the order of their first day; archived ones only where asked for. */
  list: procedure('/campaigns/list')
    .input(z.object({ archived: z.boolean().optional() }).optional())
    .output(z.object({ items: z.array(campaign) })),
  /** With its posts: planned ones by time, then drafts; at most 500. */
  get: procedure('/campaigns/get')
    .input(z.object({ campaignId: id }))
    .output(campaign.extend({ tiles: z.array(postTile) })),
  create: procedure('/campaigns/create')
    .input(campaignContent.extend({ clientId }))
    .output(campaign),
  save: procedure('/campaigns/save')
    .input(campaignContent.extend({ campaignId: id, clientId }))
    .output(campaign),
  archive: procedure('/campaigns/archive')
    .input(z.object({ campaignId: id, archived: z.boolean(), clientId }))
    .output(campaign),
  /** Its posts stay, without a campaign until it is restored. */
  remove: procedure('/campaigns/remove')
    .input(z.object({ campaignId: id, clientId }))
    .output(ok),
  /** Undo of remove. */
  restore: procedure('/campaigns/restore')
    .input(z.object({ campaignId: id, clientId }))
    .output(campaign),
  /** Puts posts into a campaign, or with `null` out of any; answers where each was, for undo. */
  assign: procedure('/campaigns/assign')
    .input(
      z.object({
        moves: z
          .array(z.object({ postId: id, campaignId: id.nullable() }))
          .min(1)
          .max(1000),
        clientId,
      }),
    )
    .output(
      z.object({
        before: z.array(z.object({ postId: id, campaignId: id.nullable() })),
      }),
    ),
};
