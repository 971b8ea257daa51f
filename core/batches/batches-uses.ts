import type { Problem } from '../../shared/contract/problem.ts';
import type { ProblemText } from '../../shared/contract/problems.ts';
import type { Format, Language } from '../../shared/contract/shapes.ts';
import type { RenderOptions } from '../../shared/contract/studio.ts';
import type { ProductFact } from '../../shared/facts.ts';
import type { Scene } from '../../shared/scene/scene.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { JobQueue } from '../jobs/job-types.ts';
import type { MediaLibrary } from '../media/media-library-types.ts';

export type BatchTemplate = {
  name: string;
  formats: readonly Format[];
  /** Makes one picture of several products. */
  takesSeveral?: boolean | undefined;
  /** Makes a set to swipe through. */
  hasSlides?: boolean | undefined;
};

/** One product, or several together, in one format of a template, filled. */
export type FilledPicture = {
  scene: Scene;
  /** Notes on what the template asks for and was not given. */
  lacks?: readonly string[] | undefined;
  /** By how much the photo is magnified, when that will be seen. */
  enlargedBy?: number | undefined;
};

/** What batches ask of other features; open-features hands it over. */
export type BatchesUses = {
  tools: FeatureTools;
  library: Pick<MediaLibrary, 'readAsset' | 'addStudioFile' | 'makeWorkFolder' | 'workers'>;
  jobs: Pick<JobQueue, 'enqueue' | 'get' | 'cancel'>;
  describeProblem: (problem: Problem, language: Language) => ProblemText;
  readProducts: (ids: string[]) => ProductFact[];
  findTemplate: (templateId: string, language: Language) => BatchTemplate | undefined;
  /** Throws by name when the product has no photo that serves. */
  fillPicture: (
    product: ProductFact,
    wish: {
      templateId: string;
      format: Format;
      options: RenderOptions;
      others?: readonly ProductFact[] | undefined;
    },
  ) => FilledPicture;
  /** The creation of which a picture was made, else a new one of it. */
  openCreation: (assetId: string) => { id: string };
  /** Its scenes; more than version 1 was changed by hand. Nothing when it was removed. */
  readCreation: (
    creationId: string,
  ) => { version: number; scenes: Partial<Record<Format, Scene>> } | undefined;
};
