import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startS3Storage, type S3Storage } from '../../tests/support/s3-storage.ts';
import { createBucketHost } from './bucket-images.ts';
import { nameForPublic, type PictureFile, type PictureHost } from './picture-host.ts';
import type { BucketPlace } from './picture-places.ts';
import { probePicture } from './probe-picture.ts';
import { createWeb } from './web-exchange.ts';

let storage: S3Storage;
let place: BucketPlace;
let file: PictureFile;
const web = createWeb({ reach: 'loopback' });

beforeAll(async () => {
  storage = await startS3Storage();
});
afterAll(() => storage.close());
beforeEach(() => {
  place = {
    placeId: 'p',
    endpoint: storage.url,
    region: storage.region,
    bucket: storage.bucket,
    prefix: 'été 2026/vitrine',
    publicBase: `${storage.url}/${storage.bucket}`,
    keyId: storage.keyId,
  };
  const named = nameForPublic(probePicture);
  if (!named) throw new Error('the probe is a picture');
  file = named;
});
afterEach(() => storage.setClockAhead(0));

function open(secret = storage.secret, timeoutMs?: number): PictureHost {
  const reach = 'loopback' as const;
  const used = timeoutMs === undefined ? web : createWeb({ reach, timeoutMs });
  const host = createBucketHost(place, secret, used);
  if (!host.ok) throw new Error(host.trouble.kind);
  return host.value;
}

const kindOf = async (host: PictureHost): Promise<string> => {
  const put = await host.put(file);
  return put.ok ? 'ok' : put.trouble.kind;
};

it('puts a picture where anybody reads it, and takes it away again', async () => {
  const host = open();
  const put = await host.put(file);
  if (!put.ok) throw new Error(put.trouble.kind);
  expect(storage.objects()).toEqual([`été 2026/vitrine/${file.name}`]);
  const got = await fetch(put.value.url);
  expect(got.headers.get('content-type')).toBe('image/jpeg');
  expect(Buffer.from(await got.arrayBuffer())).toEqual(probePicture);
  expect(put.value.removeUrl).toBe(host.removeUrlOf(file.name));
  expect(await host.remove(put.value.removeUrl ?? '')).toMatchObject({ ok: true });
  expect(storage.objects()).toEqual([]);
  // A second removal finds nothing, which is as good.
  expect(await host.remove(put.value.removeUrl ?? '')).toMatchObject({ ok: true });
});

it('names pictures so that nobody can guess them', () => {
  const names = Array.from({ length: 50 }, () => nameForPublic(probePicture)?.name ?? '');
  for (const name of names) expect(name).toMatch(/^[0-9a-f]{32}\.jpg$/);
  expect(new Set(names).size).toBe(50);
  expect(nameForPublic(Buffer.from('<svg/>'))).toBeUndefined();
});

describe('what goes wrong is said plainly', () => {
  it.each([
    [{ status: 507 }, 'full'],
    [{ status: 403, code: 'AccessDenied' }, 'denied'],
    [{ status: 404, code: 'NoSuchBucket' }, 'missing'],
    [{ status: 503, code: 'SlowDown' }, 'busy'],
    [{ status: 500 }, 'busy'],
    [{ status: 429 }, 'busy'],
    [{ status: 400, code: 'AuthorizationHeaderMalformed' }, 'elsewhere'],
    [{ status: 422 }, 'refused'],
    [{ cut: true as const }, 'cut'],
  ])('%j is %s', async (fault, kind) => {
    storage.fail(fault);
    expect(await kindOf(open())).toBe(kind);
  });

  it('a wrong secret, key or region is refused by the storage itself', async () => {
    expect(await kindOf(open('another secret'))).toBe('denied');
    place.keyId = 'ANOTHER';
    expect(await kindOf(open())).toBe('denied');
    place = { ...place, keyId: storage.keyId, region: 'us-east-1' };
    expect(await kindOf(open())).toBe('elsewhere');
  });

  it('a bucket that is not there is missing', async () => {
    place.bucket = 'another';
    expect(await kindOf(open())).toBe('missing');
  });

  it('a clock that is wrong is named', async () => {
    storage.setClockAhead(3_600_000);
    expect(await kindOf(open())).toBe('clock');
  });

  it('F37 a redirect is not followed', async () => {
    const before = storage.requests.length;
    storage.fail({ status: 307, location: `${storage.url}/pictures/elsewhere.jpg` });
    expect(await kindOf(open())).toBe('elsewhere');
    await expect.poll(() => storage.requests.length).toBe(before + 1);
  });

  it('a storage that never answers is given up', async () => {
    storage.fail({ hang: true });
    expect(await kindOf(open(storage.secret, 200))).toBe('slow');
  });

  it('a storage that is not there is unreachable', async () => {
    const gone = await startS3Storage();
    await gone.close();
    place.endpoint = gone.url;
    expect(await kindOf(open())).toBe('unreachable');
  });
});

it('S22 signs nothing for another server than the one that was set', async () => {
  const before = storage.requests.length;
  const removed = await open().remove('http://127.0.0.1:1/pictures/a.jpg');
  expect(removed).toMatchObject({ ok: false, trouble: { kind: 'address' } });
  expect(createBucketHost(place, 'x', createWeb({ reach: 'public' }))).toMatchObject({
    ok: false,
    trouble: { kind: 'address' },
  });
  expect(storage.requests.length).toBe(before);
});

it('takes the bucket out of the path where it leads the host', () => {
  place.endpoint = 'https://pictures.s3.eu-west-3.amazonaws.com/';
  place.publicBase = 'https://images.example.com/';
  delete place.prefix;
  const host = createBucketHost(place, 'x', createWeb({ reach: 'public' }));
  if (!host.ok) throw new Error(host.trouble.kind);
  expect(host.value.removeUrlOf('a.jpg')).toBe('https://pictures.s3.eu-west-3.amazonaws.com/a.jpg');
});
