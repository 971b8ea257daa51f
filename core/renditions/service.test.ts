import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFfmpeg } from '../media/find-ffmpeg.ts';
import { createMediaFactory } from '../../tests/support/media-factory.ts';
import { openTestStudio, type TestStudio } from '../../tests/support/test-studio.ts';
import { renditionsService, type RenditionsService } from './service.ts';

let studio: TestStudio;
let renditions: RenditionsService;
let make: ReturnType<typeof createMediaFactory>;

beforeAll(() => {
  studio = openTestStudio();
  make = createMediaFactory(join(studio.tools.folder, 'in'));
  renditions = renditionsService(studio.tools, studio);
  const { pictures, video } = studio.studio.runners;
  studio.jobs.start({
    pictures,
    video: (run) => (renditions.isCut(run.input) ? renditions.runner(run) : video(run)),
  });
});
afterAll(() => studio.close());

async function bring(path: string): Promise<string> {
  const outcome = await studio.library.importPath(path, { productIds: ['arum'] });
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.assetId;
}

/** As the merchant's settings are kept. */
function setWork(assetId: string, work: Record<string, unknown>): void {
  const { db } = studio.tools;
  db.prepare('DELETE FROM photo_work WHERE asset_id = ?').run(assetId);
  if (Object.keys(work).length > 0)
    db.prepare('INSERT INTO photo_work (asset_id, work, changed_at) VALUES (?, ?, 1)').run(
      assetId,
      JSON.stringify(work),
    );
}

const asset = (id: string | undefined) => {
  const fact = studio.library.readAsset(id ?? '');
  if (!fact) throw new Error(`no asset ${id}`);
  return fact;
};

describe('a photo', () => {
  it('is cut where it was asked, upright; the original stays, the answer is kept', async () => {
    const source = await bring(await make.exifJpeg());
    const before = readFileSync(asset(source).path);
    const crop = { x: 0, y: 0.25, width: 1, height: 0.5 };
    const change = { kind: 'photo', crop } as const;
    const made = await renditions.make({ assetId: source, change }, 'once');
    const cut = asset(made.assetId);
    expect(cut).toMatchObject({ widthPx: 900, heightPx: 600, mime: 'image/jpeg' });
    expect(cut.productIds).toEqual(['arum']);
    const { exif, space } = await sharp(cut.path).metadata();
    expect([exif, space]).toEqual([undefined, 'srgb']);
    expect(readFileSync(asset(source).path)).toEqual(before);
    expect(renditions.source(made.assetId ?? '')).toEqual({ source: { assetId: source, change } });
    expect(renditions.source(source)).toEqual({});
    expect(await renditions.make({ assetId: source, change })).toEqual(made);
  });

  it('shows the pixels of the part', async () => {
    const halves = await sharp({
      create: { width: 400, height: 800, channels: 3, background: 'red' },
    })
      .composite([
        {
          input: { create: { width: 400, height: 400, channels: 3, background: 'blue' } },
          top: 400,
          left: 0,
        },
      ])
      .png()
      .toBuffer();
    const source = await bring(make.keep('halves.png', halves));
    const crop = { x: 0, y: 0.5, width: 1, height: 0.5 };
    const made = await renditions.make({ assetId: source, change: { kind: 'photo', crop } });
    const { dominant } = await sharp(asset(made.assetId).path).stats();
    expect(dominant.b).toBeGreaterThan(200);
    expect(dominant.r).toBeLessThan(40);
  });

  it('is cut as it is worked, and anew once it is worked otherwise', async () => {
    const sides = await sharp({
      create: { width: 800, height: 400, channels: 3, background: '#808080' },
    })
      .composite([
        {
          input: { create: { width: 400, height: 400, channels: 3, background: 'blue' } },
          ...{ top: 0, left: 400 },
        },
      ])
      .png()
      .toBuffer();
    const source = await bring(make.keep('sides.png', sides));
    const crop = { x: 0, y: 0.5, width: 1, height: 0.5 };
    const wish = { assetId: source, change: { kind: 'photo', crop } } as const;
    const plain = await renditions.make(wish);
    setWork(source, { rotateDeg: 90, exposure: 1 });
    const turned = await renditions.make(wish);
    expect(turned).not.toEqual(plain);
    // Turned by a quarter the blue is below: the cut has all of it, and none of the grey.
    const cut = asset(turned.assetId);
    expect(cut).toMatchObject({ widthPx: 400, heightPx: 400 });
    expect(cut.work).toBeUndefined();
    const { dominant } = await sharp(cut.path).stats();
    expect(dominant.b).toBeGreaterThan(200);
    expect(dominant.r).toBeLessThan(40);
    expect(await renditions.make(wish)).toEqual(turned);
    const made = renditions.source(turned.assetId ?? '').source;
    expect(made?.change).toMatchObject({ crop, workKey: expect.stringMatching(/^\w{14}$/) });
    setWork(source, {});
    expect(await renditions.make({ ...wish, change: made?.change ?? wish.change })).toEqual(plain);
  });

  it('with its background taken away stands on the paper', async () => {
    const pot = await sharp({
      create: { width: 600, height: 600, channels: 3, background: '#c8c8c8' },
    })
      .composite([
        {
          input: { create: { width: 240, height: 240, channels: 3, background: '#a01010' } },
          ...{ top: 180, left: 180 },
        },
      ])
      .png()
      .toBuffer();
    const source = await bring(make.keep('pot.png', pot));
    setWork(source, { background: { kind: 'remove' } });
    const frame = { ratio: 1, colour: '#00ff00' };
    const made = await renditions.make({ assetId: source, change: { kind: 'photo', frame } });
    const paper = sharp(asset(made.assetId).path);
    const corner = await sharp(
      await paper.extract({ left: 260, top: 260, width: 60, height: 60 }).png().toBuffer(),
    ).stats();
    expect(corner.channels.map(({ mean }) => Math.round(mean / 16))).toEqual([0, 16, 0]);
  });

  it('stands whole on paper of the wished shape, a small one unenlarged', async () => {
    const source = await bring(await make.jpeg('small.jpg', 500, 400, 7));
    const frame = { ratio: 0.8, colour: '#ff0000' };
    const made = await renditions.make({ assetId: source, change: { kind: 'photo', frame } });
    const paper = asset(made.assetId);
    expect(paper).toMatchObject({ widthPx: 1080, heightPx: 1350 });
    const corner = sharp(paper.path).extract({ left: 0, top: 0, width: 280, height: 470 });
    const { channels } = await sharp(await corner.png().toBuffer()).stats();
    const [red, green] = channels;
    expect(red?.mean).toBeGreaterThan(245);
    expect(green?.mean).toBeLessThan(10);
  });

  it('with nothing asked becomes a JPEG, holes on white', async () => {
    const source = await bring(await make.png());
    const made = await renditions.make({ assetId: source, change: { kind: 'photo' } });
    expect(asset(made.assetId)).toMatchObject({ mime: 'image/jpeg', widthPx: 900, heightPx: 700 });
  });

  it('is not cut as a film, nor is what nobody knows', async () => {
    const source = await bring(await make.jpeg('a.jpg'));
    const film = renditions.make({ assetId: source, change: { kind: 'video' } });
    await expect(film).rejects.toThrow('invalid-input');
    const gone = renditions.make({ assetId: 'nobody', change: { kind: 'photo' } });
    await expect(gone).rejects.toThrow('not-found');
  });
});

describe('a film', () => {
  it('is trimmed and shaped by a job, with sound, as the networks take it', async () => {
    const { ffmpegPath } = await findFfmpeg();
    const source = await bring(make.video(ffmpegPath, 'film.mp4', 3, '640x360'));
    expect(asset(source).film).toMatchObject({ codec: 'h264', framesPerSecond: 30 });
    const shape = { ratio: 9 / 16, fit: 'frame' } as const;
    const change = { kind: 'video', startMs: 500, lengthMs: 1500, shape } as const;
    const { jobId = '' } = await renditions.make({ assetId: source, change });
    await studio.jobs.whenEnded(jobId);
    const job = studio.job(jobId);
    expect(job).toMatchObject({ state: 'done', progressFrac: 1 });
    const made = asset(job.files[0]?.assetId);
    expect(made.widthPx).toBe(640);
    expect((made.widthPx ?? 0) / (made.heightPx ?? 1)).toBeCloseTo(9 / 16, 2);
    expect(Math.abs((made.durationMs ?? 0) - 1500)).toBeLessThan(120);
    expect(made.film).toMatchObject({
      codec: 'h264',
      audio: { codec: 'aac', sampleRateHz: 48_000 },
    });
    expect(made.productIds).toEqual(['arum']);
    expect(renditions.source(made.id).source?.assetId).toBe(source);
    expect(existsSync(asset(source).path)).toBe(true);
  });
});
