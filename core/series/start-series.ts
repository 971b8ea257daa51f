import { Problem } from '../../shared/contract/problem.ts';
import type { SeriesWish } from '../../shared/contract/series.ts';
import { seriesSlots } from '../../shared/rules/series-slots.ts';
import type { PlacedTime } from '../../shared/rules/zoned-time.ts';
import { refuseWrongTemplate } from './caption-templates.ts';
import { pictureOrder, type SeriesParts } from './series-parts.ts';
import { pricesOf, type PicturesSettler } from './settle-pictures.ts';
import type { ItemRow, SeriesRow } from './store.ts';

type TimesWish = Pick<SeriesWish, 'accountIds' | 'slots'> & { count: number };

/** Choosing the times of a series and beginning it. */
export function startSeries(parts: SeriesParts, settler: PicturesSettler) {
  const { tools, store, uses, follow } = parts;

  function times({ accountIds, slots, count }: TimesWish): { zone: string; items: PlacedTime[] } {
    const place = uses.placeOf(accountIds);
    const now = tools.clock.now();
    const planned = uses.posts.plannedBetween(now, Number.MAX_SAFE_INTEGER);
    const taken = planned.filter((post) => post.queueId === place.queueId).map((post) => post.at);
    const items = seriesSlots(slots, place, now, new Set(taken), count);
    if (items.length < count) throw new Problem('no-usual-times');
    return { zone: place.zone, items };
  }

  function start(wish: SeriesWish): { seriesId: string; jobId?: string } {
    refuseWrongTemplate([wish.caption.text, ...Object.values(wish.caption.captions ?? {})]);
    const products = uses.readProducts([...new Set(wish.productIds)]);
    if (products.length === 0) throw new Problem('product-unknown');
    const productIds = products.map((product) => product.id);
    const { zone, items: slots } = times({ ...wish, count: products.length });
    const order = pictureOrder(wish.picture, productIds);
    const jobId = order ? uses.renderPictures(order) : null;
    const series: SeriesRow = {
      id: tools.newId(),
      wish: { ...wish, productIds },
      zone,
      startedAt: tools.clock.now(),
    };
    store.insert(series);
    const items = products.map((product, place): ItemRow => ({
      seriesId: series.id,
      productId: product.id,
      place,
      at: slots[place]?.at ?? 0,
      wall: slots[place]?.wall ?? '',
      jobId,
      postId: null,
      made: null,
      ...pricesOf(product),
      problem: null,
      isExcluded: false,
    }));
    items.forEach((item) => store.putItem(item));
    if (jobId === null) settler.makeDrafts(series, items, new Map());
    else follow(jobId);
    tools.events.changed('series');
    return { seriesId: series.id, ...(jobId !== null && { jobId }) };
  }

  return {
    times: (wish: TimesWish) => {
      const { zone, items } = times(wish);
      return {
        zone,
        items: items.map(({ at, wall }) => ({ at: new Date(at).toISOString(), wall })),
      };
    },
    start: (wish: SeriesWish, clientId?: string) =>
      tools.applyOnce('series/start', clientId, () => start(wish)),
  };
}
