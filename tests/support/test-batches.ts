import { Problem } from '../../shared/contract/problem.ts';
import { batchesService, type BatchesService } from '../../core/batches/service.ts';
import { createAnswerProblems } from '../../core/answer-problems.ts';
import { creationsService, type CreationsService } from '../../core/creations/service.ts';
import type { JobRun } from '../../core/jobs/job-types.ts';
import type { MediaLibraryOptions } from '../../core/media/media-library-types.ts';
import { openTestStudio, type TestStudio } from './test-studio.ts';

export type TestBatches = {
  test: TestStudio;
  batches: BatchesService;
  creations: CreationsService;
  /** Lets the queue run. */
  start(): void;
  /** A new start of the studio on the same data. */
  restart(bootId: string): void;
};

/** A studio with its creations and batches, on products that the test adds. */
export function openTestBatches(options: Partial<MediaLibraryOptions> = {}): TestBatches {
  const test = openTestStudio(options);
  const { tools } = test;
  const answers = createAnswerProblems(tools.say, tools.shopLanguage, () => 'test');
  const open = () => {
    const { library, jobs, studio } = test;
    const creations = creationsService(tools, {
      library,
      jobs,
      fillScene: (wish, language) => studio.preview(wish, language).scene,
      sceneSources: studio.sceneSources,
      paper: () => '#ffffff',
    });
    const batches = batchesService({
      tools,
      library,
      jobs,
      describeProblem: (problem, language) => answers.describe(problem, language),
      readProducts: (ids) => ids.flatMap((id) => test.products.get(id) ?? []),
      findTemplate: studio.findTemplate,
      fillPicture: studio.fillFor,
      openCreation: (assetId) => creations.open(assetId),
      readCreation(id) {
        try {
          return creations.get(id);
        } catch (error) {
          if (error instanceof Problem) return undefined;
          throw error;
        }
      },
    });
    return { batches, creations };
  };
  const shop: TestBatches = {
    test,
    ...open(),
    start() {
      const { batches } = shop;
      const { pictures, video } = test.studio.runners;
      test.jobs.start({
        video,
        pictures: (run: JobRun) =>
          batches.isOurs(run.input) ? batches.runner(run) : pictures(run),
      });
    },
    restart(bootId) {
      test.restart(bootId);
      Object.assign(shop, open());
    },
  };
  return shop;
}
