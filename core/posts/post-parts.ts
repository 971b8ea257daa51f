import { Problem } from '../../shared/contract/problem.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { CheckContent } from './check-content.ts';
import type { CheckTime } from './check-time.ts';
import type { PostsUses } from './posts-uses.ts';
import type { PostRow, PostStore } from './store.ts';

/** What the use cases of posts work with. */
export type PostParts = {
  tools: FeatureTools;
  store: PostStore;
  uses: PostsUses;
  checkContent: CheckContent;
  checkTime: CheckTime;
};

export function findPost(store: Pick<PostStore, 'find'>, id: string): PostRow {
  const row = store.find(id);
  if (!row) throw new Problem('not-found', { what: 'post' });
  return row;
}

/** How late the post may still go out: its own time of grace, else the shop's. */
export function graceMsOf(
  row: Pick<PostRow, 'graceMinutes' | 'content'>,
  uses: Pick<PostsUses, 'placeOf'>,
): number {
  return (row.graceMinutes ?? uses.placeOf(row.content.accountIds).graceMinutes) * 60_000;
}
