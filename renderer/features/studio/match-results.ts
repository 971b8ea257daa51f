import type { Job, JobFile } from '../../../shared/contract/jobs.ts';
import type { ProblemText } from '../../../shared/contract/problems.ts';
import type { Format } from '../../../shared/contract/shapes.ts';
import type { RenderOptions } from '../../../shared/contract/studio.ts';

/** What was ordered, to tell whether what stands on the screen is what was made. */
export type PictureOrder = {
  templateId: string;
  productIds: readonly string[];
  formats: readonly Format[];
  options: Pick<RenderOptions, 'showPrice' | 'titles'>;
};

export type ProductResult = {
  files: ReadonlyMap<Format, JobFile>;
  problem: ProblemText | undefined;
};

const nothing: ProductResult = { files: new Map(), problem: undefined };

/** What a job made of each product, and what kept it from making it. */
export function matchResults(job: Job | undefined): ReadonlyMap<string, ProductResult> {
  const found = new Map<
    string,
    { files: Map<Format, JobFile>; problem: ProblemText | undefined }
  >();
  const of = (productId: string) => {
    const known = found.get(productId) ?? { files: new Map<Format, JobFile>(), problem: undefined };
    found.set(productId, known);
    return known;
  };
  for (const file of job?.files ?? [])
    for (const productId of file.productIds) of(productId).files.set(file.format, file);
  for (const { productIds, problem } of job?.problems ?? [])
    for (const productId of productIds) of(productId).problem ??= problem;
  return found;
}

export function resultOf(
  results: ReadonlyMap<string, ProductResult>,
  productId: string,
): ProductResult {
  return results.get(productId) ?? nothing;
}

/** Whether a finished order still is what the screen asks for; the order of products is no matter. */
export function isSameOrder(made: PictureOrder | undefined, asked: PictureOrder): boolean {
  if (!made || made.templateId !== asked.templateId) return false;
  return (
    isSameSet(made.productIds, asked.productIds) &&
    isSameSet(made.formats, asked.formats) &&
    (made.options.showPrice ?? true) === (asked.options.showPrice ?? true) &&
    titlesKey(made.options.titles) === titlesKey(asked.options.titles)
  );
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  const known = new Set(one);
  return known.size === new Set(other).size && other.every((value) => known.has(value));
}

function titlesKey(titles: Record<string, string> | undefined): string {
  return JSON.stringify(Object.entries(titles ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
