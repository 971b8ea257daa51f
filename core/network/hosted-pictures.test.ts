import { afterEach, beforeEach, expect, it } from 'vitest';
import type { TargetState } from '../../shared/contract/shapes.ts';
import { createMemorySecrets } from '../../tests/support/memory-secrets.ts';
import { startS3Storage, type S3Storage } from '../../tests/support/s3-storage.ts';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';
import { createSettings } from '../db/settings.ts';
import { createHostedPictures, type HostedPictures } from './hosted-pictures.ts';
import { openPictureHost } from './open-picture-host.ts';
import { nameForPublic } from './picture-host.ts';
import { createPicturePlaces, type PicturePlace, type PicturePlaces } from './picture-places.ts';
import { probePicture } from './probe-picture.ts';
import { createWeb } from './web-exchange.ts';

const hourMs = 3_600_000;
let tools: TestTools;
let storage: S3Storage;
let secrets: ReturnType<typeof createMemorySecrets>;
let places: PicturePlaces;
let hosted: HostedPictures;
let reports: string[];
let states: Map<string, TargetState>;
const openWeb = () => createWeb({ reach: 'loopback' });

beforeEach(async () => {
  tools = openTestTools();
  storage = await startS3Storage();
  secrets = createMemorySecrets({ 'pictures:p1': storage.secret });
  places = createPicturePlaces(createSettings(tools.db), secrets);
  reports = [];
  states = new Map();
  const { placeId, ...rest } = placeOfStorage();
  places.save({ way: 'bucket', bucket: { placeId, ...rest } });
  hosted = open();
});
afterEach(async () => {
  await storage.close();
  tools.close();
});

/** Another start of the studio on the same data. */
function open(): HostedPictures {
  const { db, clock, newId } = tools;
  const report = (message: string) => void reports.push(message);
  return createHostedPictures({ db, clock, newId, places, openWeb, report });
}

function placeOfStorage() {
  return {
    placeId: 'p1',
    endpoint: storage.url,
    region: storage.region,
    bucket: storage.bucket,
    publicBase: `${storage.url}/${storage.bucket}`,
    keyId: storage.keyId,
  };
}

async function put(targetId?: string, forMs = 48 * hourMs) {
  const place: PicturePlace = { way: 'bucket', ...placeOfStorage() };
  const host = openPictureHost(place, storage.secret, openWeb());
  const file = nameForPublic(probePicture);
  if (!host.ok || !file) throw new Error('no host');
  return hosted.put({ place, host: host.value }, file, { targetId, forMs });
}

const sweep = (from = hosted) => from.sweep((targetId) => states.get(targetId));

it('keeps a picture while its target needs it, and removes it once it is published', async () => {
  states.set('t1', 'preparing');
  expect(await put('t1')).toMatchObject({ ok: true });
  for (const state of ['ready', 'publishing', 'uncertain', 'waiting'] as const) {
    states.set('t1', state);
    await sweep();
    expect(storage.objects(), state).toHaveLength(1);
  }
  states.set('t1', 'published');
  await sweep();
  expect(storage.objects()).toEqual([]);
  expect(hosted.count()).toBe(0);
});

it('removes what a failed target left an hour later, and what nobody needs after its time', async () => {
  states.set('t1', 'failed');
  await put('t1');
  await put(undefined, 24 * hourMs);
  await sweep();
  expect(storage.objects()).toHaveLength(2);
  tools.advance(hourMs);
  await sweep();
  expect(storage.objects()).toHaveLength(1);
  tools.advance(23 * hourMs);
  await sweep();
  expect(storage.objects()).toEqual([]);
});

it('removes what an upload left whose answer was lost, also after a new start', async () => {
  storage.fail({ cut: true });
  expect(await put('gone')).toMatchObject({ ok: false, trouble: { kind: 'cut' } });
  expect(storage.objects()).toHaveLength(1);
  await sweep(open());
  expect(storage.objects()).toEqual([]);
});

it('keeps no trace of an upload that was refused', async () => {
  storage.fail({ status: 403, code: 'AccessDenied' });
  expect(await put('t1')).toMatchObject({ ok: false, trouble: { kind: 'denied' } });
  expect(hosted.count()).toBe(0);
  storage.fail({ status: 503 });
  expect(await put('t1')).toMatchObject({ ok: false, trouble: { kind: 'busy' } });
  expect(hosted.count()).toBe(1);
});

it('tries again later when the storage does not let it, and says when it gives up', async () => {
  await put('gone');
  storage.fail({ status: 503 });
  await sweep();
  expect(hosted.count()).toBe(1);
  const asked = storage.requests.length;
  await sweep();
  expect(storage.requests).toHaveLength(asked);
  tools.advance(60_000);
  await sweep();
  expect(storage.objects()).toEqual([]);

  await put('gone');
  storage.fail({ status: 403, code: 'AccessDenied' }, 12);
  for (let turn = 0; turn < 12; turn += 1) {
    await sweep();
    tools.advance(6 * hourMs);
  }
  expect(hosted.count()).toBe(0);
  expect(reports).toEqual(['a picture stays in the storage: denied']);
});

it('keeps the secret of a place that was left until nothing lies there', async () => {
  states.set('t1', 'ready');
  await put('t1');
  places.save({ way: 'page-photo' });
  await sweep();
  expect(secrets.names()).toEqual(['pictures:p1']);
  states.set('t1', 'published');
  await sweep();
  expect(storage.objects()).toEqual([]);
  expect(secrets.names()).toEqual([]);
  expect(places.read()).toEqual({ way: 'page-photo', left: [] });
});

it('writes nothing once it is closed', async () => {
  await put('gone');
  hosted.close();
  await sweep();
  expect(storage.objects()).toHaveLength(1);
  expect(hosted.count()).toBe(1);
});

it('F91 keeps no secret in its rows', async () => {
  await put('t1');
  const rows = JSON.stringify([
    tools.db.prepare('SELECT * FROM hosted_pictures').all(),
    tools.db.prepare('SELECT * FROM settings').all(),
  ]);
  expect(rows).toContain(storage.keyId);
  expect(rows).not.toContain(storage.secret);
});
