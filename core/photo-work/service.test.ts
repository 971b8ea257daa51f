import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyLook } from '../../shared/scene/photo-work/apply-look.ts';
import { planPhoto } from '../../shared/scene/photo-work/plan-photo.ts';
import { createMediaFactory } from '../../tests/support/media-factory.ts';
import { openTestLibrary, type TestLibrary } from '../../tests/support/test-library.ts';
import { photoWorkService, type PhotoWorkService } from './service.ts';

let base: TestLibrary;
let service: PhotoWorkService;
let make: ReturnType<typeof createMediaFactory>;

beforeAll(() => {
  base = openTestLibrary();
  make = createMediaFactory(join(base.tools.folder, 'in'));
  service = photoWorkService(base.tools, base);
});
afterAll(() => base.close());

async function bring(path: string): Promise<string> {
  const outcome = await base.library.importPath(path, { productIds: ['arum'] });
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.assetId;
}

const workOf = (assetId: string) => service.get([assetId]).items[0]?.work;

test('settings are kept beside the photo, read back clean, and taken back again', async () => {
  const id = await bring(await make.jpeg('one.jpg', 800, 600, 1));
  expect(service.get([id]).items).toEqual([{ assetId: id, widthPx: 800, heightPx: 600, work: {} }]);
  const wish = { exposure: 99, contrast: 12, crop: 'all of it', colour: 'red', rotateDeg: 90 };
  const { items } = service.set({ assetIds: [id], work: wish });
  // What cannot be read is dropped, what is too much is brought inside; the size is the file's own.
  expect(items[0]).toMatchObject({ widthPx: 800, heightPx: 600 });
  expect(workOf(id)).toMatchObject({ contrast: 12, rotateDeg: 90 });
  expect(Number(workOf(id)?.['exposure'])).toBeLessThan(10);
  expect(Object.keys(workOf(id) ?? {}).toSorted()).toEqual(['contrast', 'exposure', 'rotateDeg']);
  expect(base.library.readAsset(id)).toMatchObject({ widthPx: 600, heightPx: 800 });
  service.set({ assetIds: [id], work: {} });
  expect(workOf(id)).toEqual({});
  expect(base.library.readAsset(id)).toMatchObject({ widthPx: 800, heightPx: 600 });
  const rows = base.tools.db.prepare('SELECT count(*) AS n FROM photo_work').get();
  expect(rows).toEqual({ n: 0 });
});

test('copied to others they leave each photo its own turn and crop', async () => {
  const [one, two] = await Promise.all(
    [2, 3].map(async (seed) => bring(await make.jpeg(`copy-${seed}.jpg`, 400, 300, seed))),
  );
  if (!one || !two) throw new Error('no photos');
  const crop = { xFrac: 0.1, yFrac: 0.1, widthFrac: 0.5, heightFrac: 0.5 };
  service.set({ assetIds: [two], work: { rotateDeg: 180, crop, saturation: -20 } });
  const from = { rotateDeg: 90, warmth: 14, background: { kind: 'blur', strength: 30 } };
  service.set({ assetIds: [one, two], work: from, keepPlace: true });
  expect(workOf(two)).toEqual({
    ...{ rotateDeg: 180, crop, warmth: 14 },
    background: { kind: 'blur', strength: 30 },
  });
  expect(workOf(one)).toEqual({ warmth: 14, background: { kind: 'blur', strength: 30 } });
});

test('a change sent twice is applied once; one unknown photo changes none', async () => {
  const id = await bring(await make.jpeg('twice.jpg', 400, 300, 4));
  const wish = { assetIds: [id], work: { contrast: 10 } };
  const first = service.set(wish, 'once');
  service.set({ assetIds: [id], work: { contrast: 40 } });
  expect(service.set(wish, 'once')).toEqual(first);
  expect(workOf(id)).toEqual({ contrast: 40 });
  const both = { assetIds: [id, 'nobody'], work: { contrast: 90 } };
  expect(() => service.set(both)).toThrow('not-found');
  expect(workOf(id)).toEqual({ contrast: 40 });
  expect(() => service.get(['nobody'])).toThrow('not-found');
  await expect(service.makePhoto('nobody', {})).rejects.toThrow('not-found');
});

test('a photo is made with its settings, once, and the one it came from stays', async () => {
  const id = await bring(await make.jpeg('made.jpg', 400, 300, 5));
  const crop = { xFrac: 0, yFrac: 0, widthFrac: 0.5, heightFrac: 1 };
  const [made, again] = await Promise.all([
    service.makePhoto(id, { rotateDeg: 90, crop, exposure: 0.5 }, 'made-once'),
    service.makePhoto(id, { rotateDeg: 90, crop, exposure: 0.5 }, 'made-once'),
  ]);
  expect(again).toEqual(made);
  const fact = base.library.readAsset(made.assetId);
  expect(fact).toMatchObject({ widthPx: 150, heightPx: 400, mime: 'image/jpeg' });
  expect(fact).toMatchObject({ productIds: ['arum'], name: 'made.jpg' });
  expect(fact?.work).toBeUndefined();
  expect(workOf(id)).toEqual({});

  const pot = await sharp({ create: { ...{ width: 300, height: 300 }, ...grey } })
    .composite([{ input: { create: { ...{ width: 100, height: 120 }, ...red } } }])
    .png()
    .toBuffer();
  const open = await service.makePhoto(await bring(make.keep('pot.png', pot)), {
    background: { kind: 'remove' },
  });
  const cut = base.library.readAsset(open.assetId);
  expect(cut?.mime).toBe('image/png');
  const { channels } = await sharp(cut?.path).stats();
  expect([channels[3]?.min, channels[3]?.max]).toEqual([0, 255]);
});
const grey = { channels: 3, background: '#cccccc' } as const;
const red = { channels: 3, background: '#a01010' } as const;

test('a small preview looks as the export does, scaled down', async () => {
  const source = { widthPx: 1600, heightPx: 1200 };
  const id = await bring(await make.jpeg('large.jpg', source.widthPx, source.heightPx, 6));
  const work = { exposure: 0.4, contrast: 25, saturation: 30, warmth: 12, shadows: 20 };
  const look = { ...work, vignette: 30, sharpen: 15 };
  const { path = '' } = base.library.readAsset(id) ?? {};
  const scaled = async (widthPx: number, heightPx: number, done: object) => {
    const outPath = join(base.tools.folder, `out-${widthPx}-${Object.keys(done).length}.png`);
    const size = { widthPx, heightPx };
    const worked = { ...size, focus: { xFrac: 0.5, yFrac: 0.5 }, work: done };
    await base.library.workers.run('scalePhoto', {
      ...{ path, outPath, ...size },
      ...{ paper: '#ffffff', worked },
    });
    return outPath;
  };
  const small = { widthPx: 400, heightPx: 300 };
  const exported = await scaled(source.widthPx, source.heightPx, look);
  const wanted = await sharp(exported).resize(400, 300).removeAlpha().raw().toBuffer();
  // As the window does it: pixels without a look, the look worked in there.
  const plain = await scaled(small.widthPx, small.heightPx, {});
  const pixels = new Uint8ClampedArray(await sharp(plain).ensureAlpha().raw().toBuffer());
  const { view } = planPhoto(source, {}, { ...small, focus: { xFrac: 0.5, yFrac: 0.5 } });
  applyLook({ ...small, pixels }, look, view, undefined);
  let sum = 0;
  let most = 0;
  for (let at = 0; at < small.widthPx * small.heightPx; at++)
    for (let channel = 0; channel < 3; channel++) {
      const apart = Math.abs((pixels[at * 4 + channel] ?? 0) - (wanted[at * 3 + channel] ?? 0));
      sum += apart;
      most = Math.max(most, apart);
    }
  const mean = sum / (small.widthPx * small.heightPx * 3);
  expect({ mean: mean < 1.5, most: most < 24 }, `mean ${mean}, largest ${most}`).toEqual({
    ...{ mean: true, most: true },
  });
});
