import type { PictureRef } from '../../shared/contract/batches.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import type { ProblemText } from '../../shared/contract/problems.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { ProductFact } from '../../shared/facts.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { MediaLibrary } from '../media/media-library-types.ts';

/** What exports ask of other features; open-batches hands it over. */
export type ExportsUses = {
  tools: FeatureTools;
  library: Pick<MediaLibrary, 'readAsset' | 'makeWorkFolder' | 'workers'>;
  resourcesDir: string;
  /** Where a person looks for files first. */
  downloadsDir: string;
  /** Absent where the machine shows no folders. */
  showFolder?: ((path: string) => void) | undefined;
  shopName: () => string;
  /** What the shop writes into files that leave; nothing where it never said. */
  copyright: () => string | undefined;
  describeProblem: (problem: Problem, language: Language) => ProblemText;
  readProducts: (ids: string[]) => ProductFact[];
  templateName: (templateId: string, language: Language) => string | undefined;
  /** What a batch is called and what it has made. */
  readBatch: (
    batchId: string,
    language: Language,
  ) => { name: string; pictures: (PictureRef & { assetId: string })[] };
};
