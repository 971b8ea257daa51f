import type { Problem } from '../../shared/contract/problem.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import { createAnswerProblems } from '../../core/answer-problems.ts';
import { createJobQueue } from '../../core/jobs/job-queue.ts';
import type { JobQueue } from '../../core/jobs/job-types.ts';
import type { MediaLibraryOptions } from '../../core/media/media-library-types.ts';
import { studioService, type StudioService } from '../../core/studio/service.ts';
import type { Job } from '../../shared/contract/jobs.ts';
import type { ShopSettings } from '../../shared/contract/shop.ts';
import type { ProductFact } from '../../shared/facts.ts';
import { openTestLibrary, type TestLibrary } from './test-library.ts';
import { resourcesDir } from './test-tools.ts';

export type TestStudio = TestLibrary & {
  jobs: JobQueue;
  studio: StudioService;
  products: Map<string, ProductFact>;
  shop: ShopSettings;
  /** Known by an id of their own, beside the first. */
  furtherShops: Map<string, ShopSettings>;
  addProduct(product: Partial<ProductFact> & { id: string }): ProductFact;
  job(jobId: string): Job;
  /** Waits for an event after which `reached` holds. */
  when(reached: () => boolean): Promise<void>;
  /** A new start of the studio on the same data: other job queue, other workers. */
  restart(bootId: string): void;
};

/** Library, jobs and studio together, with products that the test adds. */
export function openTestStudio(options: Partial<MediaLibraryOptions> = {}): TestStudio {
  const base = openTestLibrary(options);
  const { tools } = base;
  const products = new Map<string, ProductFact>();
  const answers = createAnswerProblems(tools.say, tools.shopLanguage, () => 'test');

  const test = Object.assign(base, {
    products,
    furtherShops: new Map<string, ShopSettings>(),
    shop: {
      name: 'La Serre',
      country: 'FR',
      currency: 'EUR',
      zone: 'Europe/Paris',
      language: 'fr',
      graceMinutes: 60,
      usualTimes: [],
      brand: {
        logoText: 'La Serre',
        colours: {
          ground: '#24402F',
          paper: '#F3EBDD',
          accent: '#E2B04A',
        },
      },
    } as ShopSettings,
    addProduct(product: Partial<ProductFact> & { id: string }): ProductFact {
      const fact: ProductFact = {
        sku: product.id.toUpperCase(),
        title: 'Arum d’Éthiopie',
        description: '',
        priceMinor: 2490,
        currency: 'EUR',
        stock: 5,
        photoAssetIds: [],
        updatedAt: 0,
        ...product,
      };
      products.set(fact.id, fact);
      return fact;
    },
    job(jobId: string): Job {
      const job = test.jobs.get(jobId, 'fr');
      if (!job) throw new Error(`no job ${jobId}`);
      return job;
    },
    when(reached: () => boolean): Promise<void> {
      if (reached()) return Promise.resolve();
      return new Promise((resolve, reject) => {
        const deadline = setTimeout(() => {
          off();
          reject(new Error(`not reached; jobs: ${JSON.stringify(test.jobs.list('en'))}`));
        }, 60_000);
        const off = tools.events.on(() => {
          if (!reached()) return;
          clearTimeout(deadline);
          off();
          resolve();
        });
      });
    },
    restart(bootId: string): void {
      base.reopen();
      open(bootId);
    },
  }) as unknown as TestStudio;

  function open(bootId: string): void {
    test.jobs = createJobQueue(tools, {
      bootId,
      describeProblem: (problem: Problem, language: Language) =>
        answers.describe(problem, language),
    });
    test.studio = studioService({
      tools,
      library: test.library,
      jobs: test.jobs,
      resourcesDir,
      readProducts: (ids) => ids.flatMap((id) => products.get(id) ?? []),
      readShop: (shopId) => test.furtherShops.get(shopId ?? '') ?? test.shop,
    });
  }
  open('boot-1');
  const closeLibrary = base.close.bind(base);
  test.close = async () => {
    await test.jobs.close();
    await closeLibrary();
  };
  return test;
}
