import { Problem } from '../../shared/contract/problem.ts';
import type { UndoRecord } from './change-log.ts';
import type { LibraryParts } from './open-parts.ts';

type Undoing = Pick<LibraryParts, 'tools' | 'uses' | 'entries' | 'tags' | 'log'>;

/** Puts things back as they were before a change; what is gone by now stays gone. */
export function undoCase({ tools, uses, entries, tags, log }: Undoing) {
  const isThere = (assetId: string) => entries.facts(assetId) !== undefined;

  function marks({ names, ratings, favourites, photos }: UndoRecord): number {
    const all = [...(names ?? []), ...(ratings ?? []), ...(favourites ?? [])];
    for (const [id, name] of names ?? []) if (isThere(id)) uses.rename(id, name);
    for (const [id, rating] of ratings ?? []) entries.rate(id, rating);
    for (const [id, favourite] of favourites ?? []) entries.setFavourite(id, favourite);
    if (photos) uses.savePhotos(photos.productId, photos.assetIds.filter(isThere));
    return all.filter(([id]) => isThere(id)).length + (photos ? 1 : 0);
  }

  function tagging({ given = [], taken = [] }: UndoRecord): number {
    let changed = 0;
    for (const [tagId, assetIds] of given)
      for (const assetId of assetIds) changed += Number(tags.take(tagId, assetId));
    for (const [tag, assetIds] of taken) {
      const tagId = tags.putBack(tag);
      for (const assetId of assetIds.filter(isThere)) changed += Number(tags.give(tagId, assetId));
    }
    return changed;
  }

  function binning({ binned = [], restored = [] }: UndoRecord): number {
    const back = binned.filter(isThere);
    if (back.length > 0) uses.setBinned(back, null);
    const again = restored.filter(([id]) => isThere(id));
    for (const [id, at] of again) uses.setBinned([id], at);
    return back.length + again.length;
  }

  return (changeId: string, clientId?: string): { changed: number } =>
    tools.applyOnce('library/undo', clientId, () => {
      const record = log.take(changeId);
      if (!record) throw new Problem('not-found');
      const changed = marks(record) + tagging(record) + binning(record);
      tools.events.changed('library');
      return { changed };
    });
}
