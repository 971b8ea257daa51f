import type { Format } from '../../shared/contract/shapes.ts';
import type { FilmFact } from '../../shared/facts.ts';
import { foldText } from '../../shared/rules/fold-text.ts';
import { searchWords } from '../db/search-words.ts';
import { readPhotoWork, type PhotoWork } from '../../shared/scene/photo-work/photo-work.ts';
import type { Db } from '../db/transact.ts';
import type { Look } from './look.ts';
import type { AssetQuery, Origin } from './media-library-types.ts';

export type AssetKind = 'photo' | 'video' | 'audio' | 'file';
export type AssetState = 'uploaded' | 'ready' | 'damaged';

export type StoredAsset = {
  id: string;
  kind: AssetKind;
  origin: Origin;
  state: AssetState;
  sameAs: string | undefined;
  name: string;
  mime: string;
  place: string;
  thumbPlace: string | undefined;
  widthPx: number | undefined;
  heightPx: number | undefined;
  durationMs: number | undefined;
  sizeBytes: number;
  hash: string;
  format: Format | undefined;
  lightness?: number | undefined;
  film?: FilmFact | undefined;
  /** What is done to a photo wherever it is used. */
  work?: PhotoWork | undefined;
  productIds: string[];
  notes: string[];
  createdAt: number;
  /** A picture as it came, where `place` is a copy that sharp reads. */
  source?: { place: string; hash: string } | undefined;
};

export type NewAsset = Omit<StoredAsset, 'sameAs'> & { scene?: unknown; look?: Look | undefined };

type AssetRow = {
  id: string;
  kind: AssetKind;
  origin: Origin;
  state: AssetState;
  same_as: string | null;
  name: string;
  mime: string;
  place: string;
  thumb_place: string | null;
  width_px: number | null;
  height_px: number | null;
  duration_ms: number | null;
  size_bytes: number;
  hash: string;
  format: Format | null;
  lightness: number | null;
  film: string | null;
  notes: string;
  created_at: number;
  work: string | null;
  products: string;
};

const columns = `a.id, a.kind, a.origin, a.state, a.same_as, a.name, a.mime, a.place, a.thumb_place,
  a.width_px, a.height_px, a.duration_ms, a.size_bytes, a.hash, a.format, a.lightness, a.film, a.notes, a.created_at,
  (SELECT w.work FROM photo_work w WHERE w.asset_id = a.id) AS work,
  (SELECT json_group_array(p.product_id) FROM
    (SELECT product_id FROM asset_products WHERE asset_id = a.id ORDER BY place) p) AS products`;

export type AssetStore = ReturnType<typeof assetStore>;

/** The one writer of assets and asset_products. */
export function assetStore(db: Db) {
  const find = db.prepare<[string], AssetRow>(`SELECT ${columns} FROM assets a WHERE a.id = ?`);
  const findBrought = db.prepare<{ hash: string }, AssetRow>(
    `SELECT ${columns} FROM assets a WHERE (a.hash = @hash OR a.source_hash = @hash) AND a.origin <> 'studio' AND a.kind <> 'file'`,
  );
  const findMade = db.prepare<[string, Format, string], AssetRow>(
    `SELECT ${columns} FROM assets a JOIN asset_products p ON p.asset_id = a.id
     WHERE p.product_id = ? AND a.origin = 'studio' AND a.state = 'ready' AND a.format = ?
       AND a.scene = ? AND a.binned_at IS NULL ORDER BY a.created_at DESC LIMIT 1`,
  );
  const insertRow = db.prepare(
    `INSERT INTO assets (id, kind, origin, state, name, mime, place, thumb_place, width_px, height_px,
       duration_ms, size_bytes, hash, format, lightness, film, scene, notes, created_at, source_place,
       source_hash)
     VALUES (@id, @kind, @origin, @state, @name, @mime, @place, @thumbPlace, @widthPx, @heightPx,
       @durationMs, @sizeBytes, @hash, @format, @lightness, @film, @scene, @notes, @createdAt, @sourcePlace,
       @sourceHash)`,
  );
  const insertProduct = db.prepare<[string, string, number]>(
    'INSERT INTO asset_products (asset_id, product_id, place) VALUES (?, ?, ?)',
  );
  const insertLook = db.prepare<[string, string, Uint8Array]>(
    'INSERT INTO asset_looks (asset_id, print, tones) VALUES (?, ?, ?)',
  );
  const pointAt = db.prepare<[string, string]>('UPDATE assets SET same_as = ? WHERE id = ?');
  const markState = db.prepare<[AssetState, string]>('UPDATE assets SET state = ? WHERE id = ?');
  const places = db.prepare<
    [],
    {
      id: string;
      place: string;
      thumb_place: string | null;
      state: AssetState;
      same_as: string | null;
      source_place: string | null;
    }
  >('SELECT id, place, thumb_place, state, same_as, source_place FROM assets');

  return {
    find: (id: string) => read(find.get(id)),
    findBrought: (hash: string) => read(findBrought.get({ hash })),
    findMade: (productId: string, format: Format, scene: unknown) =>
      read(findMade.get(productId, format, JSON.stringify(scene))),
    insert(asset: NewAsset): void {
      insertRow.run({
        ...asset,
        thumbPlace: asset.thumbPlace ?? null,
        widthPx: asset.widthPx ?? null,
        heightPx: asset.heightPx ?? null,
        durationMs: asset.durationMs ?? null,
        format: asset.format ?? null,
        lightness: asset.lightness ?? null,
        film: asset.film === undefined ? null : JSON.stringify(asset.film),
        scene: asset.scene === undefined ? null : JSON.stringify(asset.scene),
        notes: JSON.stringify(asset.notes),
        sourcePlace: asset.source?.place ?? null,
        sourceHash: asset.source?.hash ?? null,
      });
      if (asset.look) insertLook.run(asset.id, asset.look.print, asset.look.tones);
      asset.productIds.forEach((productId, place) => insertProduct.run(asset.id, productId, place));
    },
    pointAt: (uploadId: string, assetId: string) => void pointAt.run(assetId, uploadId),
    markState: (id: string, state: AssetState) => void markState.run(state, id),
    places: () => places.all(),
    ...assetLists(db),
  };
}

/** Lists, newest first; the cursor is the last row's time and id. */
function assetLists(db: Db) {
  const where = `a.kind <> 'file' AND a.binned_at IS NULL AND a.same_as IS NULL
    AND (@kind IS NULL OR a.kind = @kind) AND (@origin IS NULL OR a.origin = @origin)
    -- The library's index of words, read here so that every chooser searches alike.
    AND (@words IS NULL OR a.id IN (SELECT e.asset_id FROM library_words w
      JOIN library_entries e ON e.key = w.rowid WHERE w.library_words MATCH @words))
    AND (@productId IS NULL OR EXISTS (SELECT 1 FROM asset_products p
      WHERE p.asset_id = a.id AND p.product_id = @productId))`;
  const page = db.prepare<object, AssetRow>(
    `SELECT ${columns} FROM assets a WHERE ${where}
       AND (@beforeAt IS NULL OR (a.created_at, a.id) < (@beforeAt, @beforeId))
     ORDER BY a.created_at DESC, a.id DESC LIMIT @limit`,
  );
  const names = db.prepare<[], { assetId: string; name: string }>(
    `SELECT id AS assetId, name FROM assets WHERE kind IN ('photo', 'video') AND state = 'ready'
       AND binned_at IS NULL AND same_as IS NULL
     ORDER BY created_at DESC, id DESC`,
  );
  const count = db.prepare<object, number>(`SELECT count(*) FROM assets a WHERE ${where}`).pluck();

  return {
    names: () => names.all(),
    list(query: AssetQuery): { items: StoredAsset[]; next?: string; total: number } {
      const limit = query.limit ?? 60;
      const filter = {
        kind: query.kind ?? null,
        origin: query.origin ?? null,
        productId: query.productId ?? null,
        words: query.text?.trim() ? (searchWords(foldText(query.text)) ?? '""') : null,
      };
      const rows = page.all({ ...filter, ...readCursor(query.cursor), limit: limit + 1 });
      const items = rows.slice(0, limit).map(toAsset);
      const last = items.at(-1);
      const more = rows.length > limit && last ? { next: `${last.createdAt}_${last.id}` } : {};
      return { items, total: count.get(filter) ?? 0, ...more };
    },
  };
}

function readCursor(cursor: string | undefined): {
  beforeAt: number | null;
  beforeId: string | null;
} {
  const match = /^(\d{1,15})_(.+)$/.exec(cursor ?? '');
  return { beforeAt: match ? Number(match[1]) : null, beforeId: match?.[2] ?? null };
}

function read(row: AssetRow | undefined): StoredAsset | undefined {
  return row && toAsset(row);
}

function toAsset(row: AssetRow): StoredAsset {
  return {
    id: row.id,
    kind: row.kind,
    origin: row.origin,
    state: row.state,
    sameAs: row.same_as ?? undefined,
    name: row.name,
    mime: row.mime,
    place: row.place,
    thumbPlace: row.thumb_place ?? undefined,
    widthPx: row.width_px ?? undefined,
    heightPx: row.height_px ?? undefined,
    durationMs: row.duration_ms ?? undefined,
    sizeBytes: row.size_bytes,
    hash: row.hash,
    format: row.format ?? undefined,
    lightness: row.lightness ?? undefined,
    film: row.film === null ? undefined : (JSON.parse(row.film) as FilmFact),
    work: row.work === null ? undefined : readPhotoWork(JSON.parse(row.work)),
    productIds: JSON.parse(row.products) as string[],
    notes: JSON.parse(row.notes) as string[],
    createdAt: row.created_at,
  };
}
