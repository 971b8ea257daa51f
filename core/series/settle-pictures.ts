import type { Job } from '../../shared/contract/jobs.ts';
import type { PostContent } from '../../shared/contract/posts.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { ProductFact } from '../../shared/facts.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { makeContent, picturesOf, writeWords } from './make-content.ts';
import type { SeriesUses } from './series-uses.ts';
import type { ItemProblem, ItemRow, SeriesRow, SeriesStore } from './store.ts';

type Parts = { tools: FeatureTools; store: SeriesStore; uses: SeriesUses };

/** Turns pictures into drafts, or puts them into the drafts that are there. */
export function picturesSettler({ tools, store, uses }: Parts) {
  /** Of the items of a job that has ended, in one transaction: after a crash it is done again, and
   *  what is done no longer names the job. */
  function settleJob(jobId: string): void {
    const job = uses.readJob(jobId, tools.shopLanguage());
    if (job && (job.state === 'queued' || job.state === 'running')) return;
    tools.transact(() => {
      const bySeries = Map.groupBy(store.itemsOfJob(jobId), (item) => item.seriesId);
      for (const [seriesId, items] of bySeries) settleItems(seriesId, items, job);
      tools.events.changed('series');
    });
  }

  function settleItems(seriesId: string, items: readonly ItemRow[], job: Job | undefined): void {
    const series = store.find(seriesId);
    if (!series) return;
    const files = new Map(job?.files.map((file) => [file.productIds[0], file.assetId]));
    const ready = new Map<string, string>();
    for (const item of items) {
      const assetId = files.get(item.productId);
      if (assetId === undefined) store.putItem({ ...item, jobId: null, problem: whyNot(job) });
      else if (item.postId === null) ready.set(item.productId, assetId);
      else replacePicture(item, item.postId, assetId);
    }
    makeDrafts(
      series,
      items.filter((item) => ready.has(item.productId)),
      ready,
    );
  }

  /** Drafts for these items, all in one step; `pictures` are those made for them. */
  function makeDrafts(
    series: SeriesRow,
    items: readonly ItemRow[],
    pictures: ReadonlyMap<string, string>,
  ): void {
    const drafts = items.flatMap((item) => draftOf(series, item, pictures.get(item.productId)));
    if (drafts.length === 0) return;
    const shop = uses.readShop();
    const name = tools.say(shop.language, 'series:batchName', { count: drafts.length });
    const made = uses.posts.createMany({ posts: drafts.map(({ content }) => ({ content })), name });
    drafts.forEach(({ item }, index) => {
      const postId = made.items[index]?.postId ?? null;
      store.putItem({ ...item, postId });
    });
  }

  function draftOf(
    series: SeriesRow,
    item: ItemRow,
    picture: string | undefined,
  ): { item: ItemRow; content: PostContent }[] {
    const [product] = uses.readProducts([item.productId]);
    const assetIds = product
      ? picturesOf(series.wish.picture.kind, picture, product.photoAssetIds)
      : [];
    if (!product || assetIds.length === 0) {
      store.putItem({ ...item, jobId: null, problem: lack(product, item) });
      return [];
    }
    const made = writeWords(series.wish.caption, product, uses.readShop());
    const content = makeContent(series.wish, product, made, assetIds, uses.altOf);
    const settled = { ...item, jobId: null, problem: null, made, ...pricesOf(product) };
    return [{ item: settled, content }];
  }

  /** In the first place; a post that is out by now keeps what it went with. */
  function replacePicture(item: ItemRow, postId: string, assetId: string): void {
    try {
      const { content, first } = contentOf(uses, postId);
      const alt = altOfNew(item, first, assetId);
      const media = [{ ...first, assetId, ...(alt && { alt }) }, ...content.media.slice(1)];
      uses.posts.save({ ...content, postId, media });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
    store.putItem({ ...item, jobId: null, problem: null });
  }

  /** Words that nobody touched are those of the new picture: the old ones may quote the old price. */
  function altOfNew(
    { productId }: ItemRow,
    first: { assetId?: string; alt?: string | undefined },
    assetId: string,
  ) {
    const [product] = uses.readProducts([productId]);
    const was = first.assetId && uses.altOf(first.assetId, [productId]);
    const isUntouched = first.alt === was || first.alt === product?.title;
    return isUntouched ? (uses.altOf(assetId, [productId]) ?? first.alt) : first.alt;
  }

  return { settleJob, makeDrafts };
}

export type PicturesSettler = ReturnType<typeof picturesSettler>;

/** A post as it would be saved unchanged, and its first medium. */
export function contentOf(uses: SeriesUses, postId: string) {
  const post = uses.posts.get(postId, 'en');
  const { accountIds, caption, captions, media, link, firstComment, kind, version } = post;
  const content = {
    ...{ accountIds, caption, media, kind },
    ...(captions && { captions }),
    ...(link !== undefined && { link }),
    ...(firstComment !== undefined && { firstComment }),
  };
  return { content, version, first: media[0] ?? { alt: '' } };
}

export function pricesOf(product: ProductFact): Pick<ItemRow, 'priceMinor' | 'salePriceMinor'> {
  return { priceMinor: product.priceMinor, salePriceMinor: product.salePriceMinor ?? null };
}

function lack(product: ProductFact | undefined, item: ItemRow): ItemProblem {
  if (!product) return { code: 'product-unknown', params: { productId: item.productId } };
  return { code: 'photo-missing', params: { sku: product.sku, name: product.title } };
}

/** The job keeps its own sentences, in every language; a cancelled one has none. */
function whyNot(job: Job | undefined): ItemProblem {
  return { code: 'series-cancelled', params: job ? { jobId: job.jobId } : {} };
}
