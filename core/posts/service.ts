import type { Check, Post, PostContent, PostTile } from '../../shared/contract/posts.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { afterPublishing } from './after-publishing.ts';
import { batches } from './batches.ts';
import { calendarReader } from './calendar.ts';
import { campaignPosts } from './campaign-posts.ts';
import { contentChecker } from './check-content.ts';
import { timeChecker } from './check-time.ts';
import { writeDrafts } from './draft-writing.ts';
import { planning } from './planning.ts';
import { findPost } from './post-parts.ts';
import { planFacts } from './plan-facts.ts';
import { postFact } from './post-content.ts';
import { postTiles, stateOf } from './post-tiles.ts';
import { replanPosts } from './replan-posts.ts';
import type { PostsUses } from './posts-uses.ts';
import { recordedStore } from './recorded-store.ts';
import { postStore, type PostRow } from './store.ts';

export type PostsService = ReturnType<typeof postsService>;

/** Of content that no post holds yet. */
const unsaved = { version: 0, title: '', graceMinutes: null };

/** What the merchant does with posts: write, look, plan, take back. */
export function postsService(tools: FeatureTools, uses: PostsUses) {
  const bare = postStore(tools.db);
  const store = uses.onWrite ? recordedStore(bare, uses.onWrite) : bare;
  const checkContent = contentChecker(tools, store, uses);
  const checkTime = timeChecker(tools, uses);
  const tiles = postTiles(tools, uses);
  const parts = { tools, store, uses, checkContent, checkTime };
  const spoken = (language: Language | undefined): Language => language ?? tools.shopLanguage();

  function tileOf(postId: string, language: Language): PostTile | undefined {
    const row = store.tile(postId);
    return row && tiles([row], language)[0];
  }

  function view(row: PostRow, language: Language): Post {
    const tile = tileOf(row.id, language);
    const { plan, graceMinutes, campaignId, content } = row;
    return {
      ...content,
      id: row.id,
      kind: content.kind ?? 'post',
      title: tile?.title ?? row.title,
      ...(tile?.thumbUrl !== undefined && { thumbUrl: tile.thumbUrl }),
      ...(plan && { plan: { ...plan, at: new Date(plan.at).toISOString() } }),
      ...(graceMinutes !== null && { graceMinutes }),
      campaignId: campaignId ?? undefined,
      sourceId: after.sourceOf(row.id),
      ...(tile?.stalePrice && { stalePrice: tile.stalePrice }),
      targets: uses.targets.list({ postId: row.id }, language),
      checks: [...checkContent(content, row.id, language), ...planChecks(row, language)],
      updatedAt: new Date(row.updatedAt).toISOString(),
      version: row.version,
    };
  }

  /** What became full since it was planned. */
  function planChecks(row: PostRow, language: Language): Check[] {
    const isAhead = row.plan && row.plan.at >= tools.clock.now();
    return isAhead && row.plan ? checkTime(postFact(row), row.plan.at, language) : [];
  }

  function drafts(
    asked: { cursor?: string | undefined; limit?: number | undefined } | undefined,
    language?: Language,
  ) {
    const limit = asked?.limit ?? 50;
    const [updatedAt = '', id = '\u{10ffff}'] = asked?.cursor?.split('~') ?? [];
    const before = { updatedAt: Number(updatedAt) || Number.MAX_SAFE_INTEGER, id };
    const rows = store.drafts(before, limit + 1);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      items: tiles(rows.slice(0, limit), spoken(language)),
      ...(last && { next: `${last.updatedAt}~${last.id}` }),
    };
  }

  const writing = writeDrafts(parts);
  const plans = planning(parts);
  const after = afterPublishing(parts, writing);
  return {
    ...writing,
    ...plans,
    ...after,
    ...batches(parts, { ...writing, ...plans }),
    ...replanPosts(parts, plans),
    ...calendarReader(parts, tiles),
    ...campaignPosts(parts, tiles),
    facts: planFacts(store),
    check(
      asked: PostContent & { postId?: string | undefined; at?: string | undefined },
      language?: Language,
    ): Check[] {
      const { postId, at, ...content } = asked;
      const found = checkContent(content, postId, spoken(language));
      if (at === undefined) return found;
      const fact = postFact({ ...unsaved, id: postId ?? '', content });
      return [...found, ...checkTime(fact, Date.parse(at), spoken(language))];
    },
    get: (postId: string, language?: Language): Post =>
      view(findPost(store, postId), spoken(language)),
    drafts,
    /** For other features: tiles of these posts, unknown ones left out. */
    tilesOf: (postIds: readonly string[], language?: Language): PostTile[] =>
      tiles(
        postIds.flatMap((id) => store.tile(id) ?? []),
        spoken(language),
      ),
    /** For the catalogue: posts that tag or show a product, newest first. */
    postsWithProduct: (productId: string) =>
      tiles(store.withProduct(productId, 50), tools.shopLanguage()).map((tile) => ({
        postId: tile.id,
        title: tile.title,
        state: tile.state,
        at: tile.at === undefined ? undefined : Date.parse(tile.at),
        thumbUrl: tile.thumbUrl,
      })),
    /** The next post that is still to come, with its words. */
    nextPlanned(
      language?: Language,
      shopId?: string,
    ): (PostTile & { caption: string }) | undefined {
      const now = tools.clock.now();
      const coming = new Set(['scheduled', 'preparing', 'ready', 'waiting']);
      for (const row of store.planned(now, Number.MAX_SAFE_INTEGER)) {
        if (!coming.has(stateOf(row.marks.filter((mark) => mark.role === 'post')))) continue;
        if (shopId !== undefined && uses.placeOf(row.accountIds).shopId !== shopId) continue;
        const [tile] = tiles([row], spoken(language));
        return tile && { ...tile, caption: findPost(store, row.id).content.caption };
      }
      return undefined;
    },
  };
}
