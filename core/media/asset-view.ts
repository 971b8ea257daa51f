import type { Asset } from '../../shared/contract/media.ts';
import type { AssetFact } from '../../shared/facts.ts';
import { photoWorkKey } from '../../shared/scene/photo-work/photo-work.ts';
import { workedSize } from '../../shared/scene/photo-work/plan-photo.ts';
import { workedAddress } from '../../shared/scene/photo-work/worked-address.ts';
import type { StoredAsset } from './store.ts';

/** An asset as other features are told about it. */
export function toFact(asset: StoredAsset, fileOf: (place: string) => string): AssetFact {
  return {
    id: asset.id,
    kind: asset.kind,
    name: asset.name,
    path: fileOf(asset.place),
    mime: asset.mime,
    ...sizes(asset),
    durationMs: asset.durationMs,
    sizeBytes: asset.sizeBytes,
    hash: asset.hash,
    format: asset.format,
    film: asset.film,
    lightness: asset.lightness,
    productIds: asset.productIds,
    ...addresses(asset),
  };
}

/** An asset as a window sees it. */
export function toView(asset: StoredAsset): Asset {
  const { widthPx, heightPx } = sizes(asset);
  return {
    id: asset.id,
    kind: asset.kind,
    origin: asset.origin,
    name: asset.name,
    mime: asset.mime,
    ...(widthPx === undefined ? {} : { widthPx }),
    ...(heightPx === undefined ? {} : { heightPx }),
    ...(asset.durationMs === undefined ? {} : { durationMs: asset.durationMs }),
    ...(asset.format === undefined ? {} : { format: asset.format }),
    sizeBytes: asset.sizeBytes,
    hash: asset.hash,
    productIds: asset.productIds,
    ...addresses(asset),
    createdAt: new Date(asset.createdAt).toISOString(),
    notes: asset.state === 'damaged' ? [...asset.notes, 'damaged'] : asset.notes,
  };
}

/** A worked photo is as large as its work leaves it. */
function sizes({ widthPx, heightPx, work }: StoredAsset) {
  if (!work || !widthPx || !heightPx) return { widthPx, heightPx };
  const unworked = { widthPx, heightPx };
  return { ...workedSize(unworked, work), work, unworked };
}

/** No window shows more of a photo than this. */
const longestShownPx = 2048;

/** What a work makes of a photo has addresses of its own: browsers keep what they fetched. */
function addresses(asset: StoredAsset): { url: string; thumbUrl: string } {
  const { id, work } = asset;
  const { widthPx, heightPx } = sizes(asset);
  if (!work || !widthPx || !heightPx)
    return { url: `/media/${id}/original`, thumbUrl: `/media/${id}/thumb` };
  const scale = Math.min(1, longestShownPx / Math.max(widthPx, heightPx));
  const wish = { photoId: id, widthPx, heightPx, focus: { xFrac: 0.5, yFrac: 0.5 }, work };
  return {
    url: workedAddress(wish, { scale }),
    thumbUrl: `/media/${id}/thumb?work=${photoWorkKey(work)}`,
  };
}
