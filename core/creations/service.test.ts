import { existsSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Format } from '../../shared/contract/shapes.ts';
import type { Layer, Scene } from '../../shared/scene/scene.ts';
import { createMediaFactory } from '../../tests/support/media-factory.ts';
import { openTestStudio, type TestStudio } from '../../tests/support/test-studio.ts';
import { creationsService, type CreationsService } from './service.ts';

let studio: TestStudio;
let creations: CreationsService;
let photoId: string;

beforeAll(async () => {
  studio = openTestStudio();
  const make = createMediaFactory(join(studio.tools.folder, 'in'));
  creations = creationsService(studio.tools, {
    library: studio.library,
    jobs: studio.jobs,
    fillScene: (wish, language) => studio.studio.preview(wish, language).scene,
    sceneSources: studio.studio.sceneSources,
    paper: () => studio.shop.brand.colours.paper,
  });
  const { pictures, video } = studio.studio.runners;
  studio.jobs.start({
    video,
    pictures: (run) => (creations.isOurs(run.input) ? creations.runner(run) : pictures(run)),
  });
  const outcome = await studio.library.importPath(await make.jpeg('a.jpg', 1400, 1000, 3));
  if (!outcome.ok) throw new Error(outcome.code);
  photoId = outcome.assetId;
  studio.addProduct({ id: 'arum', photoAssetIds: [photoId] });
});
afterAll(() => studio.close());

const square: Layer = {
  id: 'square',
  kind: 'shape',
  shape: { kind: 'rect' },
  fill: '#ff0000',
  box: { xPx: 100, yPx: 100, widthPx: 400, heightPx: 400 },
};

function sceneOf(creation: { scenes: Partial<Record<Format, Scene>> }, format: Format): Scene {
  const scene = creation.scenes[format];
  if (!scene) throw new Error(`no ${format}`);
  return scene;
}

async function made(jobId: string) {
  await studio.when(() => ['done', 'failed'].includes(studio.job(jobId).state));
  const job = studio.job(jobId);
  if (job.state !== 'done') throw new Error(JSON.stringify(job));
  return job.files;
}

describe('a creation', () => {
  it('is begun of any photo of the library, as that is worked there', async () => {
    const { db } = studio.tools;
    const work = { exposure: 0.4, rotateDeg: 90 };
    const put = db.prepare('INSERT INTO photo_work (asset_id, work, changed_at) VALUES (?, ?, 1)');
    put.run(photoId, JSON.stringify(work));
    const opened = creations.open(photoId);
    db.prepare('DELETE FROM photo_work').run();
    expect(opened).toMatchObject({ name: 'a', source: { productIds: [] } });
    expect(Object.keys(opened.scenes)).toEqual(['1:1', '4:5', '9:16']);
    const [layer] = sceneOf(opened, '9:16').layers;
    expect(layer).toMatchObject({ kind: 'photo', photoId, work });
    expect(layer?.box).toMatchObject({ widthPx: 1080, heightPx: 1920 });
    const { assetId = '' } = (await made(creations.render(opened.id, ['1:1']).jobId))[0] ?? {};
    expect(creations.open(assetId).id).toBe(opened.id);
    expect(() => creations.open('nobody')).toThrow('not-found');
  });

  it('begins empty on the shop’s paper, once for each clientId', () => {
    const wish = { formats: ['1:1', '9:16'] as Format[], clientId: 'begin-1' };
    const begun = creations.begin(wish, 'fr');
    expect(creations.begin(wish, 'fr')).toEqual(begun);
    expect(begun).toMatchObject({ name: 'Image sans nom', version: 1 });
    expect(sceneOf(begun, '9:16')).toMatchObject({
      ...{ widthPx: 1080, heightPx: 1920, background: '#F3EBDD', layers: [] },
    });
    expect(creations.get(begun.id)).toEqual(begun);
  });

  it('begins from a template with the product’s words and photo', () => {
    const source = { templateId: 'arche', productIds: ['arum'] };
    const begun = creations.begin({ name: 'Arum', formats: ['4:5'], source }, 'fr');
    const kinds = sceneOf(begun, '4:5').layers.map((layer) => layer.kind);
    expect(kinds).toContain('photo');
    expect(kinds).toContain('price');
    expect(begun.source).toEqual(source);
    const other = creations.fill({ ...source, templateId: 'affiche' }, ['1:1'], 'fr');
    expect(sceneOf(other, '1:1').layers.length).toBeGreaterThan(1);
  });

  it('keeps the formats named, leaves the others, and refuses a version that is no longer the last', () => {
    const begun = creations.begin({ formats: ['1:1', '9:16', '4:5'] }, 'fr');
    const changed = { ...sceneOf(begun, '1:1'), layers: [square] };
    const saved = creations.save({
      ...{ id: begun.id, version: 1, name: 'Été', scenes: { '1:1': changed } },
      removed: ['4:5'],
    });
    expect(saved.version).toBe(2);
    const now = creations.get(begun.id);
    expect(now.name).toBe('Été');
    expect(Object.keys(now.scenes)).toEqual(['1:1', '9:16']);
    expect(sceneOf(now, '1:1').layers).toEqual([square]);
    expect(() => creations.save({ id: begun.id, version: 1, name: 'x' })).toThrow(
      'creation-changed',
    );
    expect(creations.get(begun.id).name).toBe('Été');
  });

  it.each([
    ['no scene at all', { layers: 3 }],
    ['another size', { widthPx: 7 }],
    ['a film', { durationMs: 2000 }],
    ['the same layer twice', { layers: [square, square] }],
    ['a box without end', { layers: [{ ...square, box: { ...square.box, widthPx: 1e9 } }] }],
    ['another format', { format: '9:16', heightPx: 1920 }],
  ])('refuses %s and keeps what was there', (_what, wrong) => {
    const begun = creations.begin({ formats: ['1:1'] }, 'fr');
    const scene = { ...sceneOf(begun, '1:1'), ...wrong };
    expect(() => creations.save({ id: begun.id, version: 1, scenes: { '1:1': scene } })).toThrow(
      'scene-invalid',
    );
    expect(creations.get(begun.id)).toEqual(begun);
  });

  it('is listed by its last change, found by name, copied, removed and brought back', () => {
    const first = creations.begin({ name: 'Zinnia 100 %', formats: ['1:1'] }, 'fr');
    studio.tools.advance(1000);
    const copy = creations.duplicate(first.id, 'Zinnia copie');
    const names = () => creations.list({ text: 'zinnia' }).items.map((one) => one.name);
    expect(names()).toEqual(['Zinnia copie', 'Zinnia 100 %']);
    expect(creations.list({ text: '100 %' }).total).toBe(1);
    const page = creations.list({ text: 'zinnia', limit: 1 });
    expect(creations.list({ text: 'zinnia', limit: 1, cursor: page.next }).items).toMatchObject([
      { name: 'Zinnia 100 %', formats: ['1:1'] },
    ]);
    creations.remove(copy.id);
    expect(names()).toEqual(['Zinnia 100 %']);
    expect(() => creations.get(copy.id)).toThrow('not-found');
    creations.restore(copy.id);
    expect(names()).toHaveLength(2);
  });
});

describe('pictures of a creation', () => {
  it('show its scene, lead back to it, and are not made again while nothing changed', async () => {
    const begun = creations.begin({ name: 'Carré', formats: ['1:1', '4:5'] }, 'fr');
    const scene = { ...sceneOf(begun, '1:1'), layers: [square] };
    creations.save({ id: begun.id, version: 1, scenes: { '1:1': scene } });
    const files = await made(creations.render(begun.id, undefined).jobId);
    expect(files.map((file) => file.format)).toEqual(['1:1', '4:5']);
    const file = files.find((one) => one.format === '1:1');
    if (!file) throw new Error('no file');
    expect(existsSync(file.path)).toBe(true);
    const pixel = await sharp(file.path)
      .extract({ left: 300, top: 300, width: 1, height: 1 })
      .raw()
      .toBuffer();
    expect(pixel[0]).toBeGreaterThan(240);
    expect(pixel[1]).toBeLessThan(16);
    expect(creations.open(file.assetId).id).toBe(begun.id);
    const again = await made(creations.render(begun.id, ['1:1']).jobId);
    expect(again.map((one) => one.assetId)).toEqual([file.assetId]);
    expect(creations.list({ text: 'Carré' }).items[0]?.coverUrl).toMatch(/\/media\/.+\/thumb/);
    expect(() => creations.render(begun.id, ['9:16'])).toThrow('format-missing');
  });

  it('made from a template open as a creation of their own', async () => {
    const wish = { templateId: 'arche', productIds: ['arum'], formats: ['1:1'] as Format[] };
    const [file] = await made(studio.studio.render(wish).jobId);
    const opened = creations.open(file?.assetId ?? '', 'open-1');
    expect(opened.source.productIds).toEqual(['arum']);
    expect(sceneOf(opened, '1:1').layers.some((layer) => layer.kind === 'price')).toBe(true);
    expect(creations.open(file?.assetId ?? '', 'open-1')).toEqual(opened);
  });

  it('have addresses for their photos, and say which are gone', () => {
    const photo = (id: string, photoOf: string): Layer => ({
      ...{ id, kind: 'photo', photoId: photoOf },
      box: { xPx: 0, yPx: 0, widthPx: 500, heightPx: 500 },
    });
    const base = sceneOf(creations.begin({ formats: ['1:1'] }, 'fr'), '1:1');
    const scene = { ...base, layers: [photo('a', photoId), photo('b', 'gone')] };
    const { sources, missing } = creations.sources(scene, 540);
    expect(missing).toEqual(['gone']);
    expect(Object.values(sources)).toEqual([
      expect.stringContaining(`${photoId}/scaled?w=250&h=250`),
    ]);
  });
});
