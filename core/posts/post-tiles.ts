import type { PostTile, StalePrice } from '../../shared/contract/posts.ts';
import type { Language, Network } from '../../shared/contract/shapes.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { PostsUses } from './posts-uses.ts';
import type { MarkState, TileRow } from './store.ts';

/** States by how much they ask for attention: a post wears the first that one of its targets has. */
const attention: readonly MarkState[] = [
  'uncertain',
  'failed',
  'missed',
  'waiting',
  'publishing',
  'ready',
  'preparing',
  'scheduled',
  'published',
  'removed',
  'cancelled',
];

/** `draft` without targets or when all were cancelled. */
export function stateOf(marks: readonly { state: MarkState }[]): string {
  const state = attention.find((one) => marks.some((mark) => mark.state === one));
  return state === undefined || state === 'cancelled' ? 'draft' : state;
}

/** Whose words no longer change. */
const saysTooLate: ReadonlySet<string> = new Set<MarkState>([
  'publishing',
  'published',
  'uncertain',
  'removed',
]);

export type PostTiles = (rows: readonly TileRow[], language: Language) => PostTile[];

/** What a calendar shows of posts. */
export function postTiles(
  tools: Pick<FeatureTools, 'say'>,
  uses: Pick<PostsUses, 'readAsset' | 'readAccount' | 'approvalOf' | 'stalePrices'>,
): PostTiles {
  function tile(row: TileRow, read: TileReading): PostTile {
    const thumbUrl = row.firstAssetId && read.thumbUrl(row.firstAssetId);
    const { plan, marks } = row;
    const posts = marks.filter((mark) => mark.role === 'post');
    const chosen = row.accountIds.flatMap((id) => read.network(id) ?? []);
    const state = stateOf(posts);
    const stalePrice = saysTooLate.has(state) ? undefined : read.stalePrices?.get(row.id);
    return {
      id: row.id,
      title: row.title || read.untitled,
      ...(thumbUrl && { thumbUrl }),
      ...(plan && { at: new Date(plan.at).toISOString(), wall: plan.wall, zone: plan.zone }),
      networks: [...new Set([...chosen, ...posts.map((mark) => mark.network)])].sort(),
      accountIds: row.accountIds,
      state,
      asks: marks.some((mark) => mark.asks),
      ...approvalOf(row.id),
      ...(stalePrice && { stalePrice }),
      ...(row.campaignId !== undefined && { campaignId: row.campaignId }),
    };
  }

  function approvalOf(postId: string): Pick<PostTile, 'approval'> {
    const approval = uses.approvalOf?.(postId);
    return approval === undefined || approval === 'approved' ? {} : { approval };
  }

  return (rows, language) => {
    // Many tiles share an account or a picture: each is read once for an answer.
    const read: TileReading = {
      untitled: tools.say(language, 'posts:untitled'),
      thumbUrl: readOnce((id) => uses.readAsset(id)?.thumbUrl),
      network: readOnce((id) => uses.readAccount(id)?.network),
      stalePrices: uses.stalePrices?.(rows.map((row) => row.id)),
    };
    return rows.map((row) => tile(row, read));
  };
}

type TileReading = {
  untitled: string;
  thumbUrl: (assetId: string) => string | undefined;
  network: (accountId: string) => Network | undefined;
  stalePrices: ReadonlyMap<string, StalePrice> | undefined;
};

function readOnce<T>(read: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>();
  return (id) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const value = read(id);
    known.set(id, value);
    return value;
  };
}
