import type { Asset } from '../../shared/contract/media.ts';
import type { AssetFact } from '../../shared/facts.ts';
import type { StoredAsset } from './store.ts';

/** An asset as other features are told about it. */
export function toFact(asset: StoredAsset, fileOf: (place: string) => string): AssetFact {
  return {
    id: asset.id,
    kind: asset.kind,
    name: asset.name,
    path: fileOf(asset.place),
    mime: asset.mime,
    widthPx: asset.widthPx,
    heightPx: asset.heightPx,
    durationMs: asset.durationMs,
    sizeBytes: asset.sizeBytes,
    hash: asset.hash,
    format: asset.format,
    film: asset.film,
    lightness: asset.lightness,
    productIds: asset.productIds,
    ...addresses(asset.id),
  };
}

/** An asset as a window sees it. */
export function toView(asset: StoredAsset): Asset {
  return {
    id: asset.id,
    kind: asset.kind,
    origin: asset.origin,
    name: asset.name,
    mime: asset.mime,
    ...(asset.widthPx === undefined ? {} : { widthPx: asset.widthPx }),
    ...(asset.heightPx === undefined ? {} : { heightPx: asset.heightPx }),
    ...(asset.durationMs === undefined ? {} : { durationMs: asset.durationMs }),
    ...(asset.format === undefined ? {} : { format: asset.format }),
    sizeBytes: asset.sizeBytes,
    hash: asset.hash,
    productIds: asset.productIds,
    ...addresses(asset.id),
    createdAt: new Date(asset.createdAt).toISOString(),
    notes: asset.state === 'damaged' ? [...asset.notes, 'damaged'] : asset.notes,
  };
}

function addresses(id: string): { url: string; thumbUrl: string } {
  return { url: `/media/${id}/original`, thumbUrl: `/media/${id}/thumb` };
}
