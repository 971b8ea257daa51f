import type { CaptionWish, SeriesItem } from '../../shared/contract/series.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Language, Network } from '../../shared/contract/shapes.ts';
import { settleWallTime } from '../../shared/rules/zoned-time.ts';
import { refuseWrongTemplate } from './caption-templates.ts';
import { writeWords } from './make-content.ts';
import { priceChange } from './price-change.ts';
import { chosenItems, findSeries, type SeriesParts } from './series-parts.ts';
import { drawsPrice, type SeriesViews } from './series-view.ts';
import { contentOf, pricesOf } from './settle-pictures.ts';
import type { ItemRow, SeriesRow } from './store.ts';

export type ItemEdit = {
  seriesId: string;
  productId: string;
  caption?: string | undefined;
  network?: Network | undefined;
  assetId?: string | undefined;
  wall?: string | undefined;
  accountIds?: string[] | undefined;
};
type Rewrite = {
  seriesId: string;
  productIds: string[];
  caption?: CaptionWish | undefined;
  overEdited?: boolean | undefined;
};

/** Changing the posts of a series, one by one or all by another template. */
export function editItems(parts: SeriesParts, views: SeriesViews, redraw: Redraw) {
  const { tools, store, uses } = parts;

  function edit({ seriesId, productId, wall, ...change }: ItemEdit, language: Language) {
    const series = findSeries(store, seriesId);
    const [item] = chosenItems(store, seriesId, [productId]);
    if (!item || item.postId === null) throw new Problem('not-found', { what: 'post' });
    saveContent(item.postId, change);
    let now = item;
    if (change.caption !== undefined) now = { ...now, ...pricesToday(now) };
    if (wall !== undefined) now = { ...now, ...move(series, now, wall, language) };
    store.putItem(now);
    tools.events.changed('series');
    return views.viewItem(series, now, language);
  }

  function saveContent(postId: string, change: Omit<ItemEdit, 'seriesId' | 'productId'>): void {
    const { caption, network, assetId, accountIds } = change;
    if (caption === undefined && assetId === undefined && accountIds === undefined) return;
    const { content, first } = contentOf(uses, postId);
    const isCommon = caption !== undefined && network === undefined;
    uses.posts.save({
      ...content,
      postId,
      ...(isCommon && { caption }),
      ...(network && { captions: { ...content.captions, [network]: caption } }),
      ...(assetId !== undefined && { media: [{ ...first, assetId }, ...content.media.slice(1)] }),
      ...(accountIds && { accountIds }),
    });
  }

  /** Who writes the words today quotes today's prices. */
  function pricesToday(item: ItemRow): Partial<ItemRow> {
    const [product] = uses.readProducts([item.productId]);
    return product ? pricesOf(product) : {};
  }

  /** A draft is only to go out then; a scheduled post is moved. */
  function move(series: SeriesRow, item: ItemRow, wall: string, language: Language) {
    const placed = settleWallTime(wall, series.zone);
    if (!placed) throw new Problem('invalid-input', { fields: 'wall' });
    if (item.postId !== null && views.viewItem(series, item, language).state === 'scheduled')
      uses.posts.schedule({ postId: item.postId, at: wall, zone: series.zone });
    return { at: placed.at, wall: placed.wall };
  }

  function rewrite(asked: Rewrite, language: Language): { changed: number; kept: number } {
    const { seriesId, caption } = asked;
    if (caption) refuseWrongTemplate([caption.text, ...Object.values(caption.captions ?? {})]);
    const before = findSeries(store, seriesId);
    const series = caption ? { ...before, wish: { ...before.wish, caption } } : before;
    if (caption) store.setWish(seriesId, series.wish);
    const answer = { changed: 0, kept: 0 };
    const stale: string[] = [];
    for (const item of chosenItems(store, seriesId, asked.productIds)) {
      const { state, edited } = views.viewItem(series, item, language);
      if (state !== 'draft' && state !== 'scheduled') continue;
      if (hasNewPrice(item)) stale.push(item.productId);
      if (edited && !asked.overEdited) answer.kept += 1;
      else if (writeOne(series, item)) answer.changed += 1;
    }
    if (stale.length > 0 && drawsPrice(series.wish, uses)) redraw(series, stale);
    tools.events.changed('series');
    return answer;
  }

  function hasNewPrice(item: ItemRow): boolean {
    const [product] = uses.readProducts([item.productId]);
    return product !== undefined && priceChange(item, product) !== undefined;
  }

  function writeOne(series: SeriesRow, item: ItemRow): boolean {
    const [product] = uses.readProducts([item.productId]);
    if (!product || item.postId === null) return false;
    const made = writeWords(series.wish.caption, product, uses.readShop());
    const { content } = contentOf(uses, item.postId);
    uses.posts.save({ ...content, ...made, postId: item.postId });
    store.putItem({ ...item, made, ...pricesOf(product) });
    return true;
  }

  return {
    edit: (asked: ItemEdit, clientId: string | undefined, language: Language): SeriesItem =>
      tools.applyOnce('series/edit', clientId, () => edit(asked, language)),
    rewrite: (asked: Rewrite, clientId: string | undefined, language: Language) =>
      tools.applyOnce('series/rewrite', clientId, () => rewrite(asked, language)),
  };
}

export type Redraw = (series: SeriesRow, productIds: string[], templateId?: string) => string;
