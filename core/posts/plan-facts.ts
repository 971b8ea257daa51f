import type { PostContent } from '../../shared/contract/posts.ts';
import { printOf } from './post-content.ts';
import type { Plan, PostStore } from './store.ts';

const pageLength = 500;

/** What tables of posts ask of the plan; instants in UTC ms. */
export function planFacts(store: PostStore) {
  return {
    printOf,
    /** Posts with the same words and pictures, a planned one first. */
    alike: (print: string): { postId: string; at?: number | undefined }[] =>
      store
        .idsWithPrint(print, '')
        .map((postId) => ({ postId, at: store.tile(postId)?.plan?.at }))
        .sort((one, other) => (one.at ?? Infinity) - (other.at ?? Infinity)),
    planned: (from: number, to: number) =>
      store
        .planned(from, to)
        .flatMap(({ id, plan, accountIds }) =>
          plan ? [{ postId: id, at: plan.at, accountIds }] : [],
        ),
    /** Every post without a time, the one changed last first. */
    draftIds(): string[] {
      const ids: string[] = [];
      let before = { updatedAt: Number.MAX_SAFE_INTEGER, id: '\u{10ffff}' };
      for (;;) {
        const page = store.drafts(before, pageLength);
        ids.push(...page.map((row) => row.id));
        const last = page.at(-1);
        if (!last || page.length < pageLength) return ids;
        before = last;
      }
    },
    contentOf: (postId: string): PostContent | undefined => store.find(postId)?.content,
    readForTable(postId: string): { content: PostContent; plan?: Plan | undefined } | undefined {
      const row = store.find(postId);
      return (
        row && {
          content: { ...row.content, campaignId: row.campaignId ?? undefined },
          plan: row.plan,
        }
      );
    },
  };
}
