import type { FeatureTools } from '../db/feature-tools.ts';
import type { ProductFact } from '../../shared/facts.ts';
import type { JobQueue } from '../jobs/job-types.ts';
import type { MediaLibrary } from '../media/media-library-types.ts';
import type { StudioShop } from './read-brand.ts';

/** What the studio is given by open-studio. */
export type StudioUses = {
  tools: FeatureTools;
  library: MediaLibrary;
  jobs: Pick<JobQueue, 'enqueue'>;
  resourcesDir: string;
  /** The products with these ids, those that exist. */
  readProducts: (ids: string[]) => ProductFact[];
  /** The shop with this id and its look; the first one without. */
  readShop: (shopId?: string) => StudioShop;
};
