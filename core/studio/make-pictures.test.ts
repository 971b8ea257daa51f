import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMediaFactory, type MediaFactory } from '../../tests/support/media-factory.ts';
import { openTestStudio, type TestStudio } from '../../tests/support/test-studio.ts';
import type { Format } from '../../shared/contract/shapes.ts';

let test: TestStudio;
let make: MediaFactory;
const formats: Format[] = ['1:1', '4:5', '9:16', '1.91:1'];

beforeEach(() => {
  test = openTestStudio();
  make = createMediaFactory(join(test.tools.folder, 'brought'));
});
afterEach(() => test.close());

async function photo(path: string): Promise<string> {
  const outcome = await test.library.importPath(path);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.assetId;
}
function start(): void {
  test.jobs.start(test.studio.runners);
}
async function render(
  productIds: string[],
  wished = formats,
): Promise<ReturnType<TestStudio['job']>> {
  const { jobId } = test.studio.render({ templateId: 'arche', productIds, formats: wished });
  await test.jobs.whenEnded(jobId);
  return test.job(jobId);
}

describe('pictures', () => {
  it('F69 makes every format as JPEG of the right size without camera or place', async () => {
    const id = await photo(await make.exifJpeg('turned.jpg', 6));
    test.addProduct({ id: 'p1', photoAssetIds: [id], salePriceMinor: 1990 });
    start();
    const job = await render(['p1']);
    expect(job).toMatchObject({ state: 'done', progressFrac: 1, done: 4, total: 4, problems: [] });
    const sizes = job.files.map((file) => `${file.format} ${file.widthPx}x${file.heightPx}`);
    expect(sizes).toEqual(['1:1 1080x1080', '4:5 1080x1350', '9:16 1080x1920', '1.91:1 1200x630']);
    for (const file of job.files) {
      const bytes = readFileSync(file.path);
      const { format, width, height, exif, space } = await sharp(bytes).metadata();
      expect({ format, width, height, exif, space }).toEqual({
        format: 'jpeg',
        width: file.widthPx,
        height: file.heightPx,
        exif: undefined,
        space: 'srgb',
      });
      expect(bytes.length).toBeLessThanOrEqual(4_000_000);
      expect(bytes.includes('CanaryCam')).toBe(false);
      expect(await test.library.verifyAsset(file.assetId)).toBe(true);
      expect(test.library.get(file.assetId)).toMatchObject({
        origin: 'studio',
        productIds: ['p1'],
      });
    }
    expect(test.studio.creations({ kind: 'picture' }).total).toBe(4);
    expect(readdirSync(join(test.dataDir, 'work'))).toEqual([]);
  });

  it('goes on past products without photo or with one that is too small', async () => {
    const good = await photo(await make.jpeg());
    const tiny = await photo(await make.jpeg('tiny.jpg', 300, 400));
    test.addProduct({ id: 'good', photoAssetIds: [good] });
    test.addProduct({ id: 'bare' });
    test.addProduct({ id: 'tiny', photoAssetIds: [tiny] });
    start();
    const job = await render(['bare', 'tiny', 'good', 'gone'], ['1:1']);
    expect(job.state).toBe('done');
    expect(job.files.map((file) => file.productIds)).toEqual([['good']]);
    const codes = job.problems.map(({ code, productIds }) => `${productIds[0]} ${code}`).toSorted();
    expect(codes).toEqual(['bare photo-missing', 'gone product-unknown', 'tiny picture-too-small']);
    const small = job.problems.find((one) => one.code === 'picture-too-small');
    expect(small?.problem.what).toContain('300 × 400');
  });

  it('notes a photo that had to be enlarged', async () => {
    const id = await photo(await make.jpeg('small.jpg', 500, 500));
    test.addProduct({ id: 'p1', photoAssetIds: [id] });
    start();
    const job = await render(['p1'], ['9:16']);
    expect(test.library.get(job.files[0]?.assetId ?? '')?.notes).toEqual(['enlarged']);
  });

  it('fails by name when nothing could be made', async () => {
    test.addProduct({ id: 'bare' });
    start();
    const job = await render(['bare'], ['1:1']);
    expect(job).toMatchObject({ state: 'failed', code: 'photo-missing', done: 0 });
    expect(job.problem?.title).toBe('Une photo manque');
  });

  it('orders once for the same clientId', async () => {
    test.addProduct({ id: 'p1' });
    const wish = { templateId: 'arche', productIds: ['p1'], formats, clientId: 'c1' };
    expect(test.studio.render(wish)).toEqual(test.studio.render(wish));
    expect(test.jobs.list('fr')).toHaveLength(1);
  });

  it('refuses an unknown template and unknown products at once', () => {
    expect(() => test.studio.render({ templateId: 'x', productIds: ['p'], formats })).toThrow(
      expect.objectContaining({ code: 'template-unknown' }),
    );
    expect(() => test.studio.render({ templateId: 'arche', productIds: ['p'], formats })).toThrow(
      expect.objectContaining({ code: 'product-unknown' }),
    );
  });
});

describe('stopping and going on', () => {
  async function addProducts(count: number): Promise<string[]> {
    const id = await photo(await make.jpeg('big.jpg', 2400, 1800));
    const ids = Array.from({ length: count }, (_, index) => `p${index}`);
    for (const productId of ids) test.addProduct({ id: productId, photoAssetIds: [id] });
    return ids;
  }

  it('keeps what was made when it is cancelled, and nothing half-made', async () => {
    const productIds = await addProducts(12);
    start();
    const { jobId } = test.studio.render({ templateId: 'arche', productIds, formats });
    await test.when(() => test.job(jobId).done >= 4);
    test.jobs.cancel(jobId);
    await test.jobs.whenEnded(jobId);
    const job = test.job(jobId);
    expect(job.state).toBe('cancelled');
    expect(job.done).toBeLessThan(48);
    expect(job.done % 4).toBe(0);
    for (const file of job.files) expect(existsSync(file.path)).toBe(true);
    expect(test.studio.creations({}).total).toBe(job.done);
    expect(readdirSync(join(test.dataDir, 'work'))).toEqual([]);
  });

  it('takes an interrupted job up again without making anything twice', async () => {
    const productIds = await addProducts(6);
    start();
    const { jobId } = test.studio.render({ templateId: 'arche', productIds, formats });
    await test.when(() => test.job(jobId).done >= 4);
    await test.jobs.close();
    const made = test.job(jobId).files.map((file) => file.assetId);
    expect(made.length).toBeGreaterThanOrEqual(4);
    test.restart('boot-2');
    start();
    await test.jobs.whenEnded(jobId);
    const job = test.job(jobId);
    expect(job).toMatchObject({ state: 'done', done: 24 });
    expect(job.files.slice(0, made.length).map((file) => file.assetId)).toEqual(made);
    expect(test.studio.creations({}).total).toBe(24);
  });

  it('F22 names the products whose workers died and serves the next with new ones', async () => {
    const productIds = await addProducts(8);
    start();
    const { jobId } = test.studio.render({ templateId: 'arche', productIds, formats });
    await test.when(() => test.job(jobId).done >= 4);
    const before = test.host.pids.length;
    for (const pid of test.host.pids) process.kill(pid, 'SIGKILL');
    await test.jobs.whenEnded(jobId);
    const job = test.job(jobId);
    const codes = new Set(job.problems.map(({ code }) => code));
    expect([...codes]).toEqual(['render-crashed']);
    expect(job.state).toBe('done');
    expect(job.done + job.problems.length * 4).toBe(32);
    expect(test.host.pids.length).toBeGreaterThan(before);
  });
});

describe('memory', () => {
  it('F22 stops a worker that is over its budget and says so, to who imports and to who makes', async () => {
    const options: { workerBudgetBytes?: number } = {};
    const lean = openTestStudio(options);
    const path = await make.jpeg('big.jpg', 1200, 1200);
    const known = await lean.library.importPath(path);
    if (!known.ok) throw new Error(known.code);
    lean.addProduct({ id: 'p1', photoAssetIds: [known.assetId] });
    // No worker at all fits into this.
    options.workerBudgetBytes = 1_000_000;
    lean.restart('boot-2');
    lean.jobs.start(lean.studio.runners);
    const order = { templateId: 'arche', productIds: ['p1'], formats };
    const { jobId } = lean.studio.render(order);
    await lean.jobs.whenEnded(jobId);
    const [problem] = lean.job(jobId).problems;
    expect(problem).toMatchObject({ code: 'render-memory' });
    expect(problem?.problem.what).toContain('la limite est de 1 Mo');
    // To who brings a photo it is this photo that cannot be read.
    const outcome = await lean.library.importPath(await make.jpeg('next.jpg', 1300, 1200));
    expect(outcome).toMatchObject({ ok: false, code: 'import-crashed' });
    await lean.close();
  });
});
