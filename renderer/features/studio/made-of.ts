import type { StudioClient } from '../../link/studio-api.ts';
import type { ProductResult } from './prepare-drafts.ts';

const pageRows = 60;

/** What a batch has made of each product; of several templates the first that has the format. */
export async function madeOf(
  client: Pick<StudioClient, 'batches'>,
  batchId: string,
): Promise<Map<string, ProductResult>> {
  const found = new Map<string, ProductResult>();
  for (let offset = 0; ; offset += pageRows) {
    const { rows, total } = await client.batches.rows({ batchId, offset, limit: pageRows });
    for (const { productId, pictures } of rows) {
      const made = pictures.flatMap(({ format, assetId, state }) =>
        assetId && state !== 'excluded' ? [[format, { assetId, format }] as const] : [],
      );
      // The last of the same key stays: from behind, that is the first template.
      if (made.length > 0) found.set(productId, { files: new Map(made.toReversed()) });
    }
    if (offset + pageRows >= total) return found;
  }
}
