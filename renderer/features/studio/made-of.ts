import type { BatchPicture } from '../../../shared/contract/batches.ts';
import { slidePlace } from '../../../shared/rules/slide-id.ts';
import type { StudioClient } from '../../link/studio-api.ts';
import { feedFormats, type MadePicture, type ProductResult } from './prepare-drafts.ts';

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
      const result = resultOf(pictures);
      if (result.files.size > 0) found.set(productId, result);
    }
    if (offset + pageRows >= total) return found;
  }
}

type Made = MadePicture & { templateId: string; slide: number };

/** What stands of one row: single pictures by format, and the pages of a set in one of them. */
export function resultOf(
  pictures: readonly Pick<BatchPicture, 'assetId' | 'format' | 'state' | 'templateId' | 'with'>[],
): ProductResult {
  const made = pictures.flatMap((one): Made[] => {
    if (!one.assetId || one.state === 'excluded') return [];
    const { assetId, format, with: beside } = one;
    return [{ assetId, format, ...(beside && { with: beside }), ...slidePlace(one.templateId) }];
  });
  // The last of the same key stays: from behind, that is the first template.
  const files = new Map(made.toReversed().map((one) => [one.format, pictureOf(one)]));
  const set = setOf(made);
  return { files, ...(set.length > 1 && { set }) };
}

/** The pages of the first set that was made, in the format that stands best in a feed. */
function setOf(made: readonly Made[]): MadePicture[] {
  const templateId = made.find(({ slide }) => slide > 0)?.templateId;
  const pages = made.filter((one) => one.templateId === templateId);
  const format = feedFormats.find((one) => pages.some((page) => page.format === one));
  return pages
    .filter((page) => page.format === format)
    .toSorted((one, other) => one.slide - other.slide)
    .map(pictureOf);
}

function pictureOf({ assetId, format, with: beside }: Made): MadePicture {
  return { assetId, format, ...(beside && { with: beside }) };
}
