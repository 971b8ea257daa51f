import { openTestBatches, type TestBatches } from '../tests/support/test-batches.ts';
import type { Format } from '../shared/contract/shapes.ts';
import { photoInputs } from './inputs.ts';
import { judge, median, time, type BenchLine } from './measure.ts';

const productCount = 200;
const photoCount = 6;
const rounds = 3;
const formats: Format[] = ['1:1', '4:5', '9:16', '1.91:1'];

/** A batch of 200 products after the price of one changed, against the whole batch: looking at all of
 *  them and making four pictures. */
export async function benchBatch(): Promise<BenchLine[]> {
  const shop = openTestBatches();
  try {
    const productIds = await addProducts(shop);
    const wish = { productIds, templateIds: ['affiche'], formats };
    const { id } = shop.batches.save(wish, 'fr');
    shop.start();
    const wholeMs = await time(() => runBatch(shop, id));
    const changesMs: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const one = shop.test.products.get('p100');
      if (one) shop.test.products.set('p100', { ...one, priceMinor: 1000 + round });
      changesMs.push(await time(() => runBatch(shop, id)));
    }
    return [
      judge(
        {
          name: 'rerender-one-of-200',
          target: 0.02,
          better: 'lower',
          against: 'the whole batch of 800 pictures',
        },
        median(changesMs),
        wholeMs,
      ),
    ];
  } finally {
    await shop.test.close();
  }
}

async function addProducts({ test }: TestBatches): Promise<string[]> {
  const photoIds: string[] = [];
  for (const file of await photoInputs(photoCount)) {
    const outcome = await test.library.importPath(file);
    if (!outcome.ok) throw new Error(outcome.code);
    photoIds.push(outcome.assetId);
  }
  return Array.from({ length: productCount }, (_, index) => {
    const photo = photoIds[index % photoIds.length] ?? '';
    return test.addProduct({ id: `p${index}`, photoAssetIds: [photo] }).id;
  });
}

async function runBatch({ batches, test }: TestBatches, batchId: string): Promise<void> {
  await test.jobs.whenEnded((await batches.run({ batchId })).jobId);
  const { counts } = batches.get(batchId, 'fr');
  if (counts.made !== productCount * formats.length) throw new Error(JSON.stringify(counts));
}
