import type { AssetUse, LibraryDetails, LibraryItem } from '../../shared/contract/library.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { Entry } from './entry-store.ts';
import type { LibraryParts } from './open-parts.ts';
import type { UserRow } from './use-store.ts';

type Describing = Pick<LibraryParts, 'uses' | 'entries' | 'users'>;
type Words = Pick<AssetUse, 'title' | 'state' | 'at' | 'thumbUrl'>;

const iso = (at: number) => new Date(at).toISOString();

/** Assets as the library's screens see them. */
export function describeCases({ uses, entries, users }: Describing) {
  function items(all: readonly Entry[]): LibraryItem[] {
    return all.flatMap((entry) => {
      const view = uses.readView(entry.assetId);
      return view ? { ...view, ...marksOf(entry) } : [];
    });
  }

  function marksOf(entry: Entry) {
    const { rating, isFavourite, tags, uses: count, binnedAt } = entry;
    const binned = binnedAt === undefined ? {} : { binnedAt: iso(binnedAt) };
    return { rating, favourite: isFavourite, tags, uses: count, ...binned };
  }

  /** Everything that shows it: what is still to come first, then products, then the rest. */
  function usesOf(assetId: string, language?: Language): AssetUse[] {
    const found = users.users(assetId);
    const posts = found.filter(({ kind }) => kind === 'post').map(({ id }) => id);
    const tiles = new Map(uses.tilesOf(posts, language).map((tile) => [tile.id, tile]));
    const words = ({ kind, id, title }: UserRow): Words => {
      if (kind === 'post') return tiles.get(id) ?? { title };
      const shown = kind === 'made' ? id : kind === 'product' ? photoOf(id) : undefined;
      const thumbUrl = shown && uses.readView(shown)?.thumbUrl;
      return { title, ...(thumbUrl && { thumbUrl }) };
    };
    const shown = found.map((user) => {
      const { title, state, at, thumbUrl } = words(user);
      return {
        kind: user.kind,
        id: user.id,
        title,
        ...(state !== undefined && { state }),
        ...(at !== undefined && { at }),
        ...(thumbUrl !== undefined && { thumbUrl }),
      };
    });
    const isOfShop = uses.shopPictures().includes(assetId);
    return isOfShop ? [{ kind: 'brand', id: 'shop', title: '' }, ...shown] : shown;
  }

  function photoOf(productId: string): string | undefined {
    return uses.readProducts([productId])[0]?.photoAssetIds[0];
  }

  function details(
    assetId: string,
    erasedAt: (assetId: string, binnedAt: number | undefined) => number | undefined,
    language?: Language,
  ): LibraryDetails {
    const entry = entries.find(assetId);
    const [item] = entry ? items([entry]) : [];
    if (!entry || !item) throw new Problem('not-found');
    const goes = erasedAt(assetId, entry.binnedAt);
    const usedIn = usesOf(assetId, language);
    const shown = [
      ...item.productIds,
      ...usedIn.filter(({ kind }) => kind === 'product').map(({ id }) => id),
    ];
    return {
      ...item,
      fileName: entry.fileName,
      usedIn,
      madeOf: users.madeOf(assetId).flatMap((id) => {
        const source = uses.readView(id);
        return source ? [{ assetId: id, name: source.name, thumbUrl: source.thumbUrl }] : [];
      }),
      products: uses
        .readProducts([...new Set(shown)])
        .map(({ id, title }) => ({ productId: id, title })),
      ...(goes === undefined ? {} : { erasedAt: iso(goes) }),
    };
  }

  return { items, usesOf, details };
}
