import type { Check } from '../../shared/contract/posts.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { FullDay, PostFact } from '../../shared/facts.ts';
import { speakTime } from '../../shared/rules/speak-time.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { PostsUses } from './posts-uses.ts';

export type CheckTime = (post: PostFact, at: number, language: Language) => Check[];

/** Whether the day's limits of a post's accounts leave room for it at a time: said when it is planned,
 *  so that it does not fail when it is due. */
export function timeChecker(
  tools: Pick<FeatureTools, 'say'>,
  uses: Pick<PostsUses, 'placeOf' | 'readAccount' | 'targets'>,
): CheckTime {
  return (post, at, language) =>
    uses.targets.fullDays(post, at).map((full) => {
      const { zone } = uses.placeOf(post.accountIds);
      return dayLimit(full, language, zone);
    });

  function dayLimit(full: FullDay, language: Language, zone: string): Check {
    const { accountId, network, counts, used, limit, freeAt } = full;
    const params = {
      account: uses.readAccount(accountId)?.name ?? '',
      used,
      limit,
      when: freeAt === undefined ? '' : speakTime(freeAt, zone, language),
      context: counts,
    };
    const key = freeAt === undefined ? 'day-limit-full' : 'day-limit';
    return {
      network,
      field: 'time',
      level: 'error',
      code: 'day-limit',
      text: tools.say(language, `checks:${key}`, params),
      ...(freeAt !== undefined && {
        fixes: [{ kind: 'move-time', at: new Date(freeAt).toISOString() }],
      }),
    };
  }
}
