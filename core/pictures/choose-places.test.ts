import { describe, expect, it } from 'vitest';
import type { PictureStoreChoice } from '../../shared/contract/pictures.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { StoredPlaces } from '../network/picture-places.ts';
import { choosePlaces } from './choose-places.ts';

const nothing: StoredPlaces = { way: 'page-photo', left: [] };
const bucket = {
  endpoint: 'https://s3.example.com',
  region: 'eu-west-3',
  bucket: 'la-serre',
  publicBase: 'https://images.example.com',
  keyId: 'AKIDEXAMPLE',
};
const upload = { url: 'https://dav.example.com/photos', method: 'PUT' as const };
const kept: StoredPlaces = {
  way: 'bucket',
  bucket: { ...bucket, placeId: 'b1' },
  upload: { ...upload, headerName: 'X-Key', placeId: 'u1' },
  left: [],
};

function choose(choice: PictureStoreChoice, before = nothing, reach = 'public' as const) {
  let given = 0;
  return choosePlaces(choice, before, { reach, newId: () => `new${(given += 1)}` });
}

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Problem) return `${error.code} ${JSON.stringify(error.params)}`;
    throw error;
  }
  return 'fine';
}

const codeOfBucket = (change: object, secret = 'a secret') =>
  codeOf(() => choose({ way: 'bucket', bucket: { ...bucket, secret, ...change } }));
const codeOfUpload = (change: object) =>
  codeOf(() => choose({ way: 'upload', upload: { ...upload, ...change } }));

describe('what a merchant sets', () => {
  it('is kept as it was written, the secret apart', () => {
    const folder = { prefix: '/vitrine//2026/' };
    const chosen = choose({ way: 'bucket', bucket: { ...bucket, ...folder, secret: 'a secret' } });
    expect(chosen.places).toEqual({
      way: 'bucket',
      bucket: { ...bucket, prefix: 'vitrine/2026', placeId: 'new1' },
    });
    expect([...chosen.secrets]).toEqual([['new1', 'a secret']]);
    expect(JSON.stringify(chosen.places)).not.toContain('a secret');
  });

  it('may be an address without any secret', () => {
    const chosen = choose({ way: 'upload', upload });
    expect(chosen.places).toEqual({ way: 'upload', upload: { ...upload, placeId: 'new1' } });
    expect(chosen.secrets.size).toBe(0);
  });

  it('has to be there for the way that is chosen', () => {
    expect(codeOf(() => choose({ way: 'bucket' }))).toContain('store-incomplete');
    expect(codeOf(() => choose({ way: 'upload', upload: null }, kept))).toContain(
      'store-incomplete',
    );
    expect(codeOf(() => choose({ way: 'upload' }, kept))).toBe('fine');
  });

  it.each([
    [{ endpoint: 'http://s3.example.com' }, 'store-address-insecure {"field":"endpoint"}'],
    [{ endpoint: 's3.example.com' }, 'store-address-wrong {"field":"endpoint"}'],
    [{ endpoint: 'https://k:s@s3.example.com' }, 'store-address-credentials {"field":"endpoint"}'],
    [{ endpoint: 'https://10.0.0.9' }, 'store-address-private {"field":"endpoint"}'],
    [{ publicBase: 'https://nas.local' }, 'store-address-private {"field":"publicBase"}'],
    [{ publicBase: 'https://i.example.com?sig=1' }, 'store-address-credentials'],
    [{ bucket: 'a/b' }, 'invalid-input {"fields":"bucket"}'],
    [{ prefix: '../other' }, 'invalid-input {"fields":"prefix"}'],
    [{ region: 'eu west' }, 'invalid-input {"fields":"region"}'],
    [{ keyId: 'a/b' }, 'invalid-input {"fields":"keyId"}'],
    [{ secret: 'two\nlines' }, 'invalid-input {"fields":"secret"}'],
  ])('S22 a bucket is refused with %j', (change, code) =>
    expect(codeOfBucket(change)).toContain(code),
  );

  it.each([
    [{ url: 'http://dav.example.com' }, 'store-address-insecure {"field":"url"}'],
    [{ url: 'https://{name}.example.com/' }, 'invalid-input {"fields":"url"}'],
    [{ url: 'https://dav.example.com/?key=1' }, 'store-address-credentials'],
    [{ headerName: 'Host', secret: 'x' }, 'invalid-input {"fields":"headerName"}'],
    [{ headerName: 'X Key', secret: 'x' }, 'invalid-input {"fields":"headerName"}'],
    [{ headerName: 'X-Key' }, 'store-secret-missing'],
    [{ secret: 'x' }, 'store-incomplete {"field":"headerName"}'],
    [{ url: 'https://dav.example.com/in/{name}' }, 'fine'],
  ])('S22 an upload with %j answers %s', (change, code) =>
    expect(codeOfUpload(change)).toContain(code),
  );
});

describe('a secret that was kept', () => {
  it('stays for the same server and key, under the same place', () => {
    const chosen = choose({ way: 'bucket', bucket: { ...bucket, prefix: 'new' } }, kept);
    expect(chosen.places.bucket?.placeId).toBe('b1');
    expect(chosen.secrets.size).toBe(0);
    // What was not named stays as well.
    expect(chosen.places.upload).toEqual(kept.upload);
  });

  it('is replaced in its place by another one', () => {
    const chosen = choose({ way: 'bucket', bucket: { ...bucket, secret: 'newer' } }, kept);
    expect([...chosen.secrets]).toEqual([['b1', 'newer']]);
  });

  it.each([{ endpoint: 'https://evil.example.net' }, { keyId: 'OTHER' }])(
    'S22 never goes along to %j',
    (change) => {
      const choice = { way: 'bucket' as const, bucket: { ...bucket, ...change } };
      expect(codeOf(() => choose(choice, kept))).toContain('store-secret-missing');
    },
  );

  it.each([{ url: 'https://evil.example.net/photos' }, { headerName: 'X-Other' }])(
    'S22 is sent to nobody else by an upload with %j',
    (change) => {
      const choice = { ...upload, headerName: 'X-Key', ...change };
      const work = () => choose({ way: 'upload', upload: choice }, kept);
      expect(codeOf(work)).toContain('store-secret-missing');
    },
  );

  it('goes with what it belongs to', () => {
    const chosen = choose({ way: 'page-photo', bucket: null, upload: null }, kept);
    expect(chosen.places).toEqual({ way: 'page-photo' });
  });
});
