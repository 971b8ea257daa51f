import type { ChosenAssets, LibraryChange } from '../../shared/contract/library.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { LibraryParts } from './open-parts.ts';

type Marking = Pick<LibraryParts, 'tools' | 'uses' | 'entries' | 'resolve' | 'log'>;

/** Names, stars, hearts, and photos of products. Each change keeps what takes it back. */
export function markCases({ tools, uses, entries, resolve, log }: Marking) {
  const { applyOnce, events } = tools;

  function rename(assetId: string, name: string, clientId?: string): LibraryChange {
    return applyOnce('library/rename', clientId, () => {
      const before = entries.facts(assetId);
      if (!before) throw new Problem('not-found');
      if (before.name === name) return { changed: 0 };
      uses.rename(assetId, name);
      return { changed: 1, changeId: log.keep({ names: [[assetId, before.name]] }) };
    });
  }

  function rate(chosen: ChosenAssets, rating: number, clientId?: string): LibraryChange {
    return applyOnce('library/rate', clientId, () => {
      const ratings = resolve(chosen).flatMap((assetId): [string, number][] => {
        const before = entries.facts(assetId);
        if (!before || before.rating === rating) return [];
        entries.rate(assetId, rating);
        return [[assetId, before.rating]];
      });
      return told(ratings.length, () => log.keep({ ratings }));
    });
  }

  function setFavourite(chosen: ChosenAssets, wanted: boolean, clientId?: string): LibraryChange {
    return applyOnce('library/setFavourite', clientId, () => {
      const favourites = resolve(chosen).flatMap((assetId): [string, number][] => {
        const before = entries.facts(assetId);
        if (!before || (before.favourite === 1) === wanted) return [];
        entries.setFavourite(assetId, wanted ? 1 : 0);
        return [[assetId, before.favourite]];
      });
      return told(favourites.length, () => log.keep({ favourites }));
    });
  }

  function attach(chosen: ChosenAssets, productId: string, clientId?: string): LibraryChange {
    return applyOnce('library/attach', clientId, () => {
      const before = uses.readProducts([productId])[0]?.photoAssetIds;
      if (!before) throw new Problem('not-found');
      const photos = resolve(chosen).filter((assetId) => {
        return uses.readAsset(assetId)?.kind === 'photo' && !before.includes(assetId);
      });
      const fitting = photos.slice(0, Math.max(0, mostPhotos - before.length));
      if (fitting.length > 0) uses.savePhotos(productId, [...before, ...fitting]);
      return told(fitting.length, () => log.keep({ photos: { productId, assetIds: before } }));
    });
  }

  /** Nothing changed needs no undo. */
  function told(changed: number, keep: () => string): LibraryChange {
    if (changed === 0) return { changed };
    events.changed('library');
    return { changed, changeId: keep() };
  }

  return { rename, rate, setFavourite, attach };
}

/** As many photos as a product may have. */
const mostPhotos = 30;
