import { Problem } from '../../shared/contract/problem.ts';
import type { PictureWish } from '../../shared/contract/series.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { PictureOrder, SeriesUses } from './series-uses.ts';
import type { ItemRow, SeriesRow, SeriesStore } from './store.ts';

/** What the use cases of series work with. */
export type SeriesParts = {
  tools: FeatureTools;
  store: SeriesStore;
  uses: SeriesUses;
  /** Makes drafts of the pictures of a job once it has ended. */
  follow: (jobId: string) => void;
};

export function findSeries(store: SeriesStore, seriesId: string): SeriesRow {
  const row = store.find(seriesId);
  if (!row) throw new Problem('not-found', { what: 'series' });
  return row;
}

/** The series' items of these products, in its order. */
export function chosenItems(
  store: SeriesStore,
  seriesId: string,
  productIds: readonly string[],
): ItemRow[] {
  const wanted = new Set(productIds);
  return store.items(seriesId).filter((item) => wanted.has(item.productId));
}

/** How the pictures of a series are ordered; undefined where the photos stand as they are. */
export function pictureOrder(
  { kind, templateId, format = '4:5', showPrice }: PictureWish,
  productIds: string[],
): PictureOrder | undefined {
  if (kind === 'photos') return undefined;
  if (templateId === undefined) throw new Problem('template-unknown');
  return { templateId, productIds, formats: [format], options: { showPrice } };
}
