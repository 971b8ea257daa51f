import type { PostTile } from '../../shared/contract/posts.ts';
import type { Target } from '../../shared/contract/publishing.ts';
import type { Language, Network, TargetState } from '../../shared/contract/shapes.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { PostsUses } from './posts-uses.ts';
import type { PostRow } from './store.ts';

/** States by how much they ask for attention: a post wears the first that one of its targets has. */
const attention: readonly TargetState[] = [
  'uncertain',
  'failed',
  'missed',
  'waiting',
  'publishing',
  'ready',
  'preparing',
  'scheduled',
  'published',
  'cancelled',
];

/** `draft` without targets or when all were cancelled. */
export function stateOf(targets: readonly Target[]): string {
  const state = attention.find((one) => targets.some((target) => target.state === one));
  return state === undefined || state === 'cancelled' ? 'draft' : state;
}

export type PostTiles = (rows: readonly PostRow[], language: Language) => PostTile[];

/** What a calendar shows of posts; the targets of all of them are asked for at once. */
export function postTiles(
  tools: Pick<FeatureTools, 'say'>,
  uses: Pick<PostsUses, 'targets' | 'readAsset' | 'readAccount'>,
): PostTiles {
  function tile(row: PostRow, targets: readonly Target[], language: Language): PostTile {
    const first = row.content.media[0];
    const thumbUrl = first && uses.readAsset(first.assetId)?.thumbUrl;
    const { plan } = row;
    return {
      id: row.id,
      title: row.title || tools.say(language, 'posts:untitled'),
      ...(thumbUrl !== undefined && { thumbUrl }),
      ...(plan && { at: new Date(plan.at).toISOString(), wall: plan.wall }),
      networks: networksOf(row, targets),
      accountIds: row.content.accountIds,
      state: stateOf(targets),
      asks: targets.some((target) => target.question !== undefined),
    };
  }

  function networksOf(row: PostRow, targets: readonly Target[]): Network[] {
    const chosen = row.content.accountIds.flatMap((id) => uses.readAccount(id)?.network ?? []);
    return [...new Set([...chosen, ...targets.map((target) => target.network)])].sort();
  }

  return (rows, language) => {
    if (rows.length === 0) return [];
    const targets = uses.targets.list({ postIds: rows.map((row) => row.id) }, language);
    const byPost = Map.groupBy(targets, (target) => target.postId);
    return rows.map((row) => tile(row, byPost.get(row.id) ?? [], language));
  };
}
