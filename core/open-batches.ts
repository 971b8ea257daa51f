import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Language } from '../shared/contract/shapes.ts';
import { Problem } from '../shared/contract/problem.ts';
import { batchesService, type BatchesService } from './batches/service.ts';
import type { CreationsService } from './creations/service.ts';
import { exportsService, type ExportsService } from './exports/service.ts';
import type { Foundation } from './open-foundation.ts';
import type { JobQueue } from './jobs/job-types.ts';
import type { MediaLibrary } from './media/media-library-types.ts';
import type { CatalogueService } from './catalogue/service.ts';
import type { StudioService } from './studio/service.ts';

/** Batches of pictures, with what they ask of the other features. */
export function openBatches(parts: {
  foundation: Foundation;
  library: MediaLibrary;
  jobs: JobQueue;
  catalogue: Pick<CatalogueService, 'readProducts'>;
  studio: StudioService;
  creations: CreationsService;
}): BatchesService {
  const { foundation, library, jobs, catalogue, studio, creations } = parts;
  return batchesService({
    tools: foundation.tools,
    library,
    jobs,
    describeProblem: foundation.answers.describe,
    readProducts: catalogue.readProducts,
    findTemplate: studio.findTemplate,
    fillPicture: studio.fillFor,
    openCreation: (assetId) => creations.open(assetId),
    readCreation: (id) => readCreation(creations, id),
  });
}

/** A creation that was removed is none. */
function readCreation(creations: CreationsService, id: string) {
  try {
    return creations.get(id);
  } catch (error) {
    if (error instanceof Problem && error.code === 'not-found') return undefined;
    throw error;
  }
}

/** Pictures as files in folders of the merchant's. */
export function openExports(parts: {
  foundation: Foundation;
  library: MediaLibrary;
  catalogue: Pick<CatalogueService, 'readProducts'>;
  studio: StudioService;
  batches: BatchesService;
  shopName: () => string;
  copyright: () => string | undefined;
  showFolder?: ((path: string) => void) | undefined;
  resourcesDir: string;
}): ExportsService {
  const { foundation, library, catalogue, studio, batches } = parts;
  const uses = {
    tools: foundation.tools,
    library,
    resourcesDir: parts.resourcesDir,
    downloadsDir: join(homedir(), 'Downloads'),
    shopName: parts.shopName,
    copyright: parts.copyright,
    showFolder: parts.showFolder,
    describeProblem: foundation.answers.describe,
    readProducts: catalogue.readProducts,
    templateName: studio.pictureName,
    readBatch: (batchId: string, language: Language) => ({
      name: batches.get(batchId, language).name,
      pictures: batches.madePictures(batchId),
    }),
  };
  return exportsService(uses, (error) => void foundation.report(error, ['exports']));
}
