import { z } from 'zod';
import type { CheckFix } from '../rules/check-fix.ts';
import { instant, network } from './shapes.ts';

const mediaIndex = z.number().int().min(0);
const most = z.number().int().min(0);
const ratio = z.number().positive();

/** What one press mends; the words and order by the window itself, pixels by `renditions/make`, the time
 *  by `posts/schedule`. */
export const checkFix = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('remove-hidden') }),
  z.object({ kind: z.literal('cut-caption'), network, most }),
  z.object({ kind: z.literal('cut-hashtags'), network, most }),
  z.object({ kind: z.literal('move-hashtags'), network }),
  z.object({ kind: z.literal('cut-mentions'), network, most }),
  z.object({ kind: z.literal('cut-comment'), most }),
  z.object({ kind: z.literal('cut-comment-hashtags'), most }),
  z.object({ kind: z.literal('drop-comment') }),
  z.object({ kind: z.literal('mend-link'), link: z.string() }),
  z.object({ kind: z.literal('drop-link') }),
  z.object({ kind: z.literal('link-into-text') }),
  z.object({ kind: z.literal('drop-medium'), mediaIndex }),
  z.object({ kind: z.literal('keep-media'), most }),
  z.object({
    kind: z.literal('keep-kind'),
    of: z.enum(['photo', 'video']),
    mediaIndexes: z.array(mediaIndex),
  }),
  z.object({ kind: z.literal('cut-alt'), mediaIndex, most }),
  z.object({ kind: z.literal('drop-tags') }),
  z.object({ kind: z.literal('keep-tags'), mediaIndex, most }),
  z.object({ kind: z.literal('place-tags'), mediaIndex }),
  z.object({ kind: z.literal('unplace-tags'), mediaIndex }),
  z.object({ kind: z.literal('as-post') }),
  z.object({ kind: z.literal('crop'), mediaIndex, ratio }),
  z.object({ kind: z.literal('frame'), mediaIndex, ratio }),
  z.object({ kind: z.literal('convert-photo'), mediaIndex }),
  z.object({ kind: z.literal('trim-video'), mediaIndex, longestMs: most }),
  z.object({
    kind: z.literal('convert-video'),
    mediaIndex,
    widestPx: most.optional(),
    largestBytes: most.optional(),
    ratio: ratio.optional(),
  }),
  z.object({ kind: z.literal('move-time'), at: instant }),
]) satisfies z.ZodType<CheckFix>;
