import type { AssetUse, ChosenAssets, LibraryChange } from '../../shared/contract/library.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { LibraryParts } from './open-parts.ts';

type Binning = Pick<LibraryParts, 'tools' | 'uses' | 'entries' | 'users' | 'resolve' | 'log'> & {
  usesOf: (assetId: string, language?: Language) => AssetUse[];
};

export const binDays = 30;
const binMs = binDays * 86_400_000;
/** More are counted, not shown. */
const mostNamed = 20;

type Used = { assetId: string; name: string; thumbUrl: string; usedIn: AssetUse[] };
export type Binned = LibraryChange & { usedCount: number; used: Used[] };

/** The bin: what is deleted waits there for thirty days, and longer while something shows it. */
export function binCases({ tools, uses, entries, users, resolve, log, usesOf }: Binning) {
  const { applyOnce, clock } = tools;

  /** A post that is still to go out, a product, a series, the shop's own look would miss it. */
  function isMissed(assetId: string): boolean {
    return users.isMissed(assetId) || uses.shopPictures().includes(assetId);
  }

  function isErasable(assetId: string): boolean {
    const isBound = users.isBound(assetId, clock.now() - binMs);
    return !isBound && !uses.shopPictures().includes(assetId);
  }

  function bin(
    chosen: ChosenAssets,
    options: { evenUsed?: boolean | undefined; language?: Language | undefined },
    clientId?: string,
  ): Binned {
    return applyOnce('library/bin', clientId, () => {
      const open = resolve(chosen).filter((id) => entries.find(id)?.binnedAt === undefined);
      const held = options.evenUsed ? [] : open.filter(isMissed);
      const keeps = new Set(held);
      const going = open.filter((id) => !keeps.has(id));
      const used = held.slice(0, mostNamed).flatMap((id) => named(id, options.language));
      const left = { usedCount: held.length, used };
      if (going.length === 0) return { changed: 0, ...left };
      uses.setBinned(going, clock.now());
      return { changed: going.length, changeId: log.keep({ binned: going }), ...left };
    });
  }

  function named(assetId: string, language: Language | undefined): Used[] {
    const view = uses.readView(assetId);
    if (!view) return [];
    const usedIn = usesOf(assetId, language).filter(({ kind }) => kind !== 'made');
    return [{ assetId, name: view.name, thumbUrl: view.thumbUrl, usedIn }];
  }

  function restore(chosen: ChosenAssets, clientId?: string): LibraryChange {
    return applyOnce('library/restore', clientId, () => {
      const restored = resolve(chosen).flatMap((id): [string, number][] => {
        const at = entries.find(id)?.binnedAt;
        return at === undefined ? [] : [[id, at]];
      });
      if (restored.length === 0) return { changed: 0 };
      uses.setBinned(
        restored.map(([id]) => id),
        null,
      );
      return { changed: restored.length, changeId: log.keep({ restored }) };
    });
  }

  function erase(chosen: ChosenAssets, clientId?: string) {
    return tools.applyOnceAsync('library/erase', clientId, async () => {
      const binned = resolve(chosen).filter((id) => entries.find(id)?.binnedAt !== undefined);
      const going = binned.filter(isErasable);
      await uses.eraseAssets(going);
      return { erased: going.length, kept: binned.length - going.length };
    });
  }

  return {
    bin,
    restore,
    erase,
    /** When it goes for good; undefined while something shows it. */
    erasedAt(assetId: string, binnedAt: number | undefined): number | undefined {
      return binnedAt === undefined || !isErasable(assetId) ? undefined : binnedAt + binMs;
    },
    /** Erases what has waited long enough. */
    async sweep(now: number): Promise<number> {
      const going = entries.binnedSince(now - binMs).filter(isErasable);
      if (going.length > 0) await uses.eraseAssets(going);
      return going.length;
    },
  };
}
