import type { Post, StalePrice } from '../../shared/contract/posts.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Series, SeriesItem } from '../../shared/contract/series.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { ProductFact } from '../../shared/facts.ts';
import { quotesPrice } from '../../shared/rules/caption-template.ts';
import { priceChange } from './price-change.ts';
import type { SeriesUses } from './series-uses.ts';
import type { ItemProblem, ItemRow, SeriesRow, SeriesStore, Words } from './store.ts';

const onItsWay = new Set(['publishing', 'published', 'uncertain']);

/** Series as the window sees them. */
export function seriesViews(store: SeriesStore, uses: SeriesUses) {
  function readPost(item: ItemRow, language: Language): Post | undefined {
    if (item.postId === null) return undefined;
    try {
      return uses.posts.get(item.postId, language);
    } catch (error) {
      if (error instanceof Problem && error.code === 'not-found') return undefined;
      throw error;
    }
  }

  function mediaView(assetId: string): SeriesItem['media'] {
    const asset = uses.readAsset(assetId);
    return asset ? [{ assetId, thumbUrl: asset.thumbUrl, url: asset.url }] : [];
  }

  function priceChanged(series: SeriesRow, item: ItemRow, product: ProductFact | undefined) {
    if (!product || item.made === null || !quotes(series, uses)) return undefined;
    const change = priceChange(item, product);
    return change && { ...change, currency: product.currency };
  }

  /** Why there is no picture, as the job that was to make it says. */
  function lackOf(productId: string, { code, params }: ItemProblem, language: Language) {
    const { jobId } = params;
    const job = typeof jobId === 'string' ? uses.readJob(jobId, language) : undefined;
    const own = job?.problems.find((problem) => problem.productIds.includes(productId));
    const said = own?.problem ?? job?.problem;
    return said ?? uses.describeProblem(new Problem(code, params), language);
  }

  function viewItem(series: SeriesRow, item: ItemRow, language: Language): SeriesItem {
    const post = readPost(item, language);
    const [product] = uses.readProducts([item.productId]);
    const state = stateOf(item, post);
    const changed =
      state === 'draft' || state === 'scheduled' ? priceChanged(series, item, product) : undefined;
    return {
      productId: item.productId,
      title: product?.title ?? post?.title ?? '',
      state,
      drawing: item.jobId !== null,
      ...(item.postId !== null && { postId: item.postId }),
      at: post?.plan?.at ?? new Date(item.at).toISOString(),
      wall: post?.plan?.wall ?? item.wall,
      caption: post?.caption ?? item.made?.caption ?? '',
      captions: post?.captions ?? item.made?.captions ?? {},
      media: (post?.media ?? []).flatMap(({ assetId }) => mediaView(assetId)),
      accountIds: post?.accountIds ?? series.wish.accountIds,
      checks: post?.checks ?? [],
      edited: post !== undefined && item.made !== null && !sameWords(post, item.made),
      ...(changed && { priceChanged: changed }),
      ...(item.problem && { problem: lackOf(item.productId, item.problem, language) }),
    };
  }

  /** Of these posts, those of a series that quote another price than the catalogue has now. */
  function stalePrices(postIds: readonly string[]): Map<string, StalePrice> {
    const rows = new Map<string, SeriesRow | undefined>();
    const stale = new Map<string, StalePrice>();
    for (const item of store.itemsOfPosts(postIds)) {
      const { seriesId, productId, postId } = item;
      if (!rows.has(seriesId)) rows.set(seriesId, store.find(seriesId));
      const row = rows.get(seriesId);
      const changed = row && priceChanged(row, item, uses.readProducts([productId])[0]);
      if (changed && postId !== null) stale.set(postId, { ...changed, seriesId, productId });
    }
    return stale;
  }

  return {
    viewItem,
    stalePrices,
    readPost,
    view(series: SeriesRow, language: Language): Series {
      const items = store.items(series.id);
      const jobId = items.find((item) => item.jobId !== null)?.jobId;
      return {
        seriesId: series.id,
        wish: series.wish,
        zone: series.zone,
        startedAt: new Date(series.startedAt).toISOString(),
        ...(jobId && { jobId }),
        items: items.map((item) => viewItem(series, item, language)),
      };
    },
  };
}

export type SeriesViews = ReturnType<typeof seriesViews>;

/** Whether words or pictures of a series tell prices. */
function quotes({ wish }: SeriesRow, uses: SeriesUses): boolean {
  const { caption } = wish;
  const texts = [caption.text, ...Object.values(caption.captions ?? {})];
  return texts.some((text) => quotesPrice(text ?? '')) || drawsPrice(wish, uses);
}

export function drawsPrice({ picture }: SeriesRow['wish'], uses: SeriesUses): boolean {
  const { kind, templateId, showPrice } = picture;
  return (
    kind !== 'photos' &&
    showPrice !== false &&
    templateId !== undefined &&
    uses.showsPrice(templateId)
  );
}

export function sameWords(post: Pick<Post, 'caption' | 'captions'>, made: Words): boolean {
  const { facebook, instagram } = post.captions ?? {};
  return (
    post.caption === made.caption &&
    facebook === made.captions.facebook &&
    instagram === made.captions.instagram
  );
}

function stateOf(item: ItemRow, post: Post | undefined): SeriesItem['state'] {
  if (item.isExcluded) return 'excluded';
  if (item.postId === null) return item.jobId === null ? 'failed' : 'making';
  if (!post) return 'gone';
  if (post.targets.some((target) => onItsWay.has(target.state))) return 'out';
  return post.plan ? 'scheduled' : 'draft';
}
