import type { z } from 'zod';
import type { Alike, AlikeGroup, merged } from '../../shared/contract/duplicates.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { LookLibrary } from '../media/look-library.ts';
import { duplicateStore } from './store.ts';

export type DuplicateUses = {
  looks: Pick<LookLibrary, 'groups' | 'near' | 'pending'>;
  /** Sets the photos of a product, in order. */
  savePhotos: (productId: string, assetIds: string[]) => void;
};
type ListWish = {
  cursor?: string | undefined;
  limit?: number | undefined;
  from?: number | undefined;
  order?: 'alike' | 'largest' | undefined;
};
type Merged = z.infer<typeof merged>;
export type DuplicatesService = ReturnType<typeof duplicatesService>;

const pageSize = 50;

/** Pictures of the library that look alike: shown, kept apart, or merged into one. */
export function duplicatesService(tools: FeatureTools, uses: DuplicateUses) {
  const store = duplicateStore(tools.db);

  function toAlike(id: string): Alike | undefined {
    const row = store.find(id);
    if (!row) return undefined;
    const { widthPx, heightPx, createdAt, ...facts } = row;
    return {
      assetId: id,
      name: facts.name,
      sizeBytes: facts.sizeBytes,
      thumbUrl: `/media/${id}/thumb`,
      ...(widthPx === null ? {} : { widthPx }),
      ...(heightPx === null ? {} : { heightPx }),
      createdAt: new Date(createdAt).toISOString(),
      productIds: store.productsOf(id),
      isPlanned: store.isPlanned(id),
    };
  }

  /** Without those that a person told apart from all others of it. */
  function together(ids: readonly string[]): string[] {
    return ids.filter((id) => ids.some((other) => other !== id && !store.isApart(id, other)));
  }

  function toGroup({ ids, score }: { ids: string[]; score: number }): AlikeGroup {
    const items = ids.flatMap((id) => toAlike(id) ?? []).toSorted(byWorth);
    return { id: items[0]?.assetId ?? '', score, items };
  }

  function list({ cursor, limit = pageSize, from: place, order }: ListWish) {
    const groups = uses.looks
      .groups()
      .map(({ ids, score }) => ({ ids: together(ids), score }))
      .filter(({ ids }) => ids.length > 1);
    if (order === 'largest') sortBySize(groups, store.sizes());
    const from = place ?? Math.max(0, Math.trunc(Number(cursor ?? 0)) || 0);
    const page = groups.slice(from, from + limit);
    return {
      groups: page.map(toGroup),
      total: groups.length,
      pending: uses.looks.pending(),
      ...(from + limit < groups.length && { next: String(from + limit) }),
    };
  }

  function of(assetId: string) {
    const near = uses.looks.near(assetId).filter(({ id }) => !store.isApart(assetId, id));
    return {
      items: near.flatMap(({ id, score }) => {
        const item = toAlike(id);
        return item ? [{ ...item, score }] : [];
      }),
    };
  }

  function mark(assetIds: readonly string[], isApart: boolean): { ok: true } {
    const now = tools.clock.now();
    assetIds.forEach((one, at) => {
      for (const other of assetIds.slice(at + 1))
        if (one === other) continue;
        else if (isApart) store.setApart(one, other, now);
        else store.unsetApart(one, other);
    });
    tools.events.changed('media');
    return { ok: true };
  }

  function mergeOne(assetId: string, keepId: string): void {
    const productIds = store.productsOf(assetId);
    store.merge(assetId, keepId, productIds, tools.clock.now());
    for (const productId of productIds) {
      const photos = store.photosOf(productId).map((id) => (id === assetId ? keepId : id));
      uses.savePhotos(productId, [...new Set(photos)]);
    }
  }

  /** Each of its products shows it again, after the one that stood for it. */
  function unmergeOne(assetId: string): void {
    const before = store.unmerge(assetId);
    for (const productId of before?.productIds ?? []) {
      const photos = store.photosOf(productId).filter((id) => id !== assetId);
      const at = photos.indexOf(before?.keptId ?? '');
      uses.savePhotos(productId, photos.toSpliced(at < 0 ? photos.length : at + 1, 0, assetId));
    }
  }

  function merge(keepId: string, assetIds: readonly string[]): Merged {
    if (!store.find(keepId)) throw new Problem('not-found');
    const asked = [...new Set(assetIds)].filter((id) => id !== keepId && store.find(id));
    const heldIds = asked.filter(store.isPlanned);
    const mergedIds = asked.filter((id) => !heldIds.includes(id));
    for (const id of mergedIds) mergeOne(id, keepId);
    tools.events.changed('media', 'catalogue');
    return { keptId: keepId, mergedIds, heldIds };
  }

  function unmerge(assetIds: readonly string[]): { ok: true } {
    for (const id of assetIds) unmergeOne(id);
    tools.events.changed('media', 'catalogue');
    return { ok: true };
  }

  return {
    list,
    of,
    keep: (assetIds: readonly string[], clientId?: string) =>
      tools.applyOnce('duplicates/keep', clientId, () => mark(assetIds, true)),
    unkeep: (assetIds: readonly string[], clientId?: string) =>
      tools.applyOnce('duplicates/unkeep', clientId, () => mark(assetIds, false)),
    merge: (keepId: string, assetIds: readonly string[], clientId?: string) =>
      tools.applyOnce('duplicates/merge', clientId, () => merge(keepId, assetIds)),
    unmerge: (assetIds: readonly string[], clientId?: string) =>
      tools.applyOnce('duplicates/unmerge', clientId, () => unmerge(assetIds)),
  };
}

/** The largest first, then what came last. */
function byWorth(one: Alike, other: Alike): number {
  const pixels = ({ widthPx = 0, heightPx = 0 }: Alike) => widthPx * heightPx;
  return pixels(other) - pixels(one) || other.createdAt.localeCompare(one.createdAt);
}

/** Most pictures first, then most bytes. */
function sortBySize(groups: { ids: string[] }[], sizes: ReadonlyMap<string, number>): void {
  const bytes = new Map(
    groups.map(({ ids }) => [ids, ids.reduce((sum, id) => sum + (sizes.get(id) ?? 0), 0)]),
  );
  const bytesOf = ({ ids }: { ids: string[] }) => bytes.get(ids) ?? 0;
  groups.sort((one, other) => other.ids.length - one.ids.length || bytesOf(other) - bytesOf(one));
}
