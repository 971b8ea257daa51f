import type { ShopSettings } from '../../shared/contract/shop.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { ProductFact } from '../../shared/facts.ts';
import type { JobQueue } from '../jobs/job-types.ts';
import type { MediaLibrary } from '../media/media-library-types.ts';

/** What the studio is given by open-studio. */
export type StudioUses = {
  tools: FeatureTools;
  library: MediaLibrary;
  jobs: Pick<JobQueue, 'enqueue'>;
  resourcesDir: string;
  /** The products with these ids, those that exist. */
  readProducts: (ids: string[]) => ProductFact[];
  readShop: () => ShopSettings;
};
