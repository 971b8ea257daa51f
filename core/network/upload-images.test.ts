import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startUploadStorage, type UploadStorage } from '../../tests/support/upload-storage.ts';
import { nameForPublic, type PictureFile, type PictureHost } from './picture-host.ts';
import type { UploadPlace } from './picture-places.ts';
import { probePicture } from './probe-picture.ts';
import { createUploadHost } from './upload-images.ts';
import { createWeb, type Web } from './web-exchange.ts';

const key = ['EAA', 'PRACTICE', 'uploadSecret7yR'].join('');
const web = createWeb({ reach: 'loopback' });
let storage: UploadStorage;
let file: PictureFile;

beforeEach(async () => {
  storage = await startUploadStorage(key);
  const named = nameForPublic(probePicture);
  if (!named) throw new Error('the probe is a picture');
  file = named;
});
afterEach(() => storage.close());

function open(place: Partial<UploadPlace>, secret: string | undefined = key, by: Web = web) {
  const url = `${storage.url}/files`;
  const whole: UploadPlace = { placeId: 'p', method: 'PUT', headerName: 'X-Key', url, ...place };
  const host = createUploadHost(whole, secret, by);
  if (!host.ok) throw new Error(host.trouble.kind);
  return host.value;
}

async function putAndRead(host: PictureHost): Promise<{ url: string; removeUrl?: string }> {
  const put = await host.put(file);
  if (!put.ok) throw new Error(put.trouble.kind);
  const got = await fetch(put.value.url);
  expect(Buffer.from(await got.arrayBuffer())).toEqual(probePicture);
  const { url, removeUrl } = put.value;
  return { url, ...(removeUrl !== undefined && { removeUrl }) };
}

describe('where the picture is read', () => {
  it('by PUT: behind the public address, under our name', async () => {
    const host = open({ publicBase: `${storage.url}/files/` });
    const { url, removeUrl } = await putAndRead(host);
    expect(url).toBe(`${storage.url}/files/${file.name}`);
    expect(removeUrl).toBe(host.removeUrlOf(file.name));
    expect(storage.files.get(`/files/${file.name}`)?.mime).toBe('image/jpeg');
    expect(await host.remove(removeUrl ?? '')).toMatchObject({ ok: true });
    expect(await host.remove(removeUrl ?? '')).toMatchObject({ ok: true });
    expect(storage.files.size).toBe(0);
  });

  it('with the name in the middle of the address', async () => {
    const url = `${storage.url}/in/{name}/raw`;
    storage.names = 'json';
    const put = await putAndRead(open({ url, method: 'POST' }));
    expect(storage.requests[0]?.path).toBe(`/in/${file.name}/raw`);
    expect(put.removeUrl).toBe(`${storage.url}/in/${file.name}/raw`);
  });

  it('by POST: where the JSON answer says; nothing is known that could be removed', async () => {
    storage.names = 'json';
    const host = open({ method: 'POST' });
    expect(host.removeUrlOf(file.name)).toBeUndefined();
    expect(await putAndRead(host)).toEqual({ url: `${storage.url}/files/1.jpg` });
  });

  it('by POST: where the Location header says, and removed there', async () => {
    storage.names = 'location';
    const host = open({ method: 'POST' });
    const { removeUrl = '' } = await putAndRead(host);
    expect(removeUrl).toBe(`${storage.url}/files/1.jpg`);
    expect(await host.remove(removeUrl)).toMatchObject({ ok: true });
    expect(storage.files.size).toBe(0);
  });

  it('nowhere: that is said', async () => {
    expect(await open({ method: 'POST' }).put(file)).toMatchObject({
      ok: false,
      trouble: { kind: 'no-address' },
    });
  });
});

it('sends the secret in its header and nowhere else', async () => {
  await open({ publicBase: `${storage.url}/files` }).put(file);
  const [request] = storage.requests;
  expect(request?.headers['x-key']).toBe(key);
  const { 'x-key': _key, ...others } = request?.headers ?? {};
  expect(JSON.stringify([request?.path, others])).not.toContain(key);
  expect(await open({}, 'wrong').put(file)).toMatchObject({ trouble: { kind: 'denied' } });
});

it('S22 keeps the secret from another server than the one that was set', async () => {
  const other = await startUploadStorage(key);
  const removed = await open({}).remove(`${other.url}/files/1.jpg`);
  expect(removed).toMatchObject({ ok: false, trouble: { kind: 'address' } });
  expect(other.requests).toEqual([]);
  await other.close();
});

it('says when a server does not let us remove', async () => {
  storage.canRemove = false;
  const host = open({ publicBase: `${storage.url}/files` });
  const { removeUrl = '' } = await putAndRead(host);
  expect(await host.remove(removeUrl)).toMatchObject({ trouble: { kind: 'stays' } });
});
