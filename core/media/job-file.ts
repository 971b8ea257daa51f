import type { JobFile } from '../../shared/contract/jobs.ts';
import type { Format } from '../../shared/contract/shapes.ts';
import type { AssetFact } from '../../shared/facts.ts';

/** A finished asset as a job tells of it. */
export function jobFileOf(asset: AssetFact, format: Format): JobFile {
  const { id: assetId, path, widthPx = 0, heightPx = 0, sizeBytes, productIds, durationMs } = asset;
  const lasting = durationMs === undefined ? {} : { durationMs };
  return { assetId, path, format, widthPx, heightPx, sizeBytes, productIds, ...lasting };
}
