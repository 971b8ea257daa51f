import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PictureStoreChoice } from '../../shared/contract/pictures.ts';
import { createMemorySecrets } from '../../tests/support/memory-secrets.ts';
import { startPractice, type PracticeForTests } from '../../tests/support/practice.ts';
import { startS3Storage, type S3Storage } from '../../tests/support/s3-storage.ts';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';
import { startUploadStorage } from '../../tests/support/upload-storage.ts';
import { createSettings } from '../db/settings.ts';
import { createHostedPictures } from '../network/hosted-pictures.ts';
import { createPagePhotoImages } from '../network/page-photo-images.ts';
import { createPicturePlaces } from '../network/picture-places.ts';
import { createPublicImages } from '../network/public-images.ts';
import { createWeb } from '../network/web-exchange.ts';
import { picturesService, type PicturesService } from './service.ts';

const french = { language: 'fr' as const };
let tools: TestTools;
let storage: S3Storage;
let practice: PracticeForTests;
let secrets: ReturnType<typeof createMemorySecrets>;
let service: PicturesService;
let accountId: string | undefined;
let changes: number;

beforeEach(async () => {
  tools = openTestTools();
  storage = await startS3Storage();
  practice = await startPractice();
  secrets = createMemorySecrets();
  accountId = 'instagram';
  changes = 0;
  service = picturesService({
    ...openParts(),
    tools,
    instagramAccount: () => accountId,
    onChange: () => void (changes += 1),
  });
});
afterEach(async () => {
  await practice.close();
  await storage.close();
  tools.close();
});

function openParts() {
  const { db, clock, newId } = tools;
  const places = createPicturePlaces(createSettings(db), secrets);
  const openWeb = () => createWeb({ reach: 'loopback' as const });
  const hosted = createHostedPictures({ db, clock, newId, places, openWeb, report: () => {} });
  const pagePhotos = createPagePhotoImages({
    clientFor: () => Promise.resolve(practice.client()),
    readAccount: () => ({ pageRemoteId: practice.ready.page.id }),
  });
  const publicImages = createPublicImages({ pagePhotos, places, hosted, openWeb });
  return { places, hosted, pagePhotos, openWeb, publicImages };
}

function bucketChoice(change: object = {}): PictureStoreChoice {
  const { url: endpoint, region, bucket, keyId, secret } = storage;
  const publicBase = `${endpoint}/${bucket}`;
  return {
    way: 'bucket',
    bucket: { endpoint, region, bucket, keyId, secret, publicBase, ...change },
  };
}

const stepsOf = async (choice?: PictureStoreChoice) => {
  const { steps, works } = await service.checkStore(choice, french);
  return [works, ...steps.map(({ step, state, code }) => `${step} ${state} ${code ?? ''}`.trim())];
};

describe('the settings', () => {
  it('begin with the way through the Page', async () => {
    expect(await service.store(french)).toEqual({
      way: 'page-photo',
      text: 'Les images Instagram passent par une photo temporaire de votre Page, que personne ne voit.',
      waiting: 0,
      takesLoopback: true,
    });
  });

  it('keep the secret in the secret store and never answer it', async () => {
    const saved = await service.setStore(bucketChoice(), french);
    expect(saved).toMatchObject({ way: 'bucket', bucket: { keyId: 'S3RVER', hasSecret: true } });
    expect(saved.text).toContain('127.0.0.1');
    expect(JSON.stringify([saved, await service.store(french)])).not.toContain(storage.secret);
    expect(secrets.names()).toHaveLength(1);
    const [name = ''] = secrets.names();
    expect(await secrets.get(name)).toBe(storage.secret);
    expect(changes).toBe(1);
    expect(tools.heard).toContainEqual({ type: 'changed', topic: 'shop' });
  });

  it('say when the keyring lost the secret', async () => {
    await service.setStore(bucketChoice(), french);
    for (const name of secrets.names()) await secrets.delete(name);
    expect((await service.store(french)).bucket?.hasSecret).toBe(false);
    expect(await stepsOf()).toEqual([
      false,
      'upload failed no-secret',
      'read skipped',
      'remove skipped',
    ]);
  });

  it('remove the secret with the bucket', async () => {
    await service.setStore(bucketChoice(), french);
    const saved = await service.setStore({ way: 'page-photo', bucket: null }, french);
    expect(saved.bucket).toBeUndefined();
    expect(secrets.names()).toEqual([]);
  });

  it('apply one change once', async () => {
    const clientId = 'change-1';
    await service.setStore({ ...bucketChoice(), clientId }, french);
    await service.setStore({ way: 'page-photo' }, french);
    await service.setStore({ ...bucketChoice(), clientId }, french);
    expect((await service.store(french)).way).toBe('page-photo');
    const kept = JSON.stringify(tools.db.prepare('SELECT * FROM applied_changes').all());
    expect(kept).not.toContain(storage.secret);
  });

  it('stay as they were when something is wrong', async () => {
    const wrong = bucketChoice({ endpoint: 'https://s3.example.com' });
    await expect(service.setStore(wrong, french)).rejects.toMatchObject({
      code: 'store-address-private',
      params: { field: 'endpoint' },
    });
    expect(secrets.names()).toEqual([]);
    expect((await service.store(french)).way).toBe('page-photo');
  });
});

describe('the check', () => {
  it('tries a choice without keeping it, and leaves nothing behind', async () => {
    expect(await stepsOf(bucketChoice())).toEqual([
      true,
      'upload done',
      'read done',
      'remove done',
    ]);
    expect(storage.objects()).toEqual([]);
    expect(secrets.names()).toEqual([]);
    expect(await service.store(french)).toMatchObject({ way: 'page-photo', waiting: 0 });
  });

  it('tries what is in use with the secret that is kept', async () => {
    await service.setStore(bucketChoice(), french);
    expect((await stepsOf())[0]).toBe(true);
  });

  it('says in the caller’s language what did not work, and what to do', async () => {
    const checked = await service.checkStore(bucketChoice({ secret: 'wrong' }), french);
    expect(checked).toMatchObject({
      works: false,
      text: 'Cela ne fonctionne pas encore. Rien n’a été changé.',
    });
    expect(checked.steps[0]).toEqual({
      step: 'upload',
      state: 'failed',
      code: 'denied',
      text: 'L’image d’essai n’a pas pu être déposée. Le stockage refuse la clé ou ce qu’elle demande (réponse 403).',
      todo: 'Vérifiez l’identifiant, la clé secrète et le droit d’écrire et de supprimer.',
    });
    const english = await service.checkStore(bucketChoice({ secret: 'wrong' }), { language: 'en' });
    expect(english.steps[0]?.text).toContain('The storage refuses the key');
  });

  it('finds a public address that shows nothing', async () => {
    const choice = bucketChoice({ publicBase: `${storage.url}/pictures/elsewhere` });
    expect(await stepsOf(choice)).toEqual([
      false,
      'upload done',
      'read failed not-there',
      'remove done',
    ]);
    expect(storage.objects()).toEqual([]);
  });

  it('says when pictures stay there', async () => {
    const uploads = await startUploadStorage('k'.repeat(20));
    uploads.canRemove = false;
    const upload = {
      url: `${uploads.url}/files`,
      publicBase: `${uploads.url}/files`,
      method: 'PUT' as const,
      headerName: 'X-Key',
      secret: 'k'.repeat(20),
    };
    const checked = await service.checkStore({ way: 'upload', upload }, french);
    expect(checked.works).toBe(true);
    expect(checked.steps[2]).toMatchObject({ state: 'failed', code: 'stays' });
    expect(checked.text).toContain('ne peut pas les retirer');
    await uploads.close();
  });

  it('tries the way through the Page for real', async () => {
    expect(await stepsOf()).toEqual([true, 'upload done', 'read done', 'remove done']);
    expect(await practice.control.ledger()).toEqual([]);
    await practice.control.fault({ edge: 'POST /{page}/photos', mode: 'http500-before', count: 1 });
    expect((await stepsOf())[1]).toBe('upload failed page');
    await practice.control.fault({ edge: 'DELETE /{id}', mode: 'http500-before', count: 9 });
    expect(await stepsOf()).toEqual([true, 'upload done', 'read done', 'remove failed lapses']);
    accountId = undefined;
    expect((await stepsOf())[1]).toBe('upload failed no-account');
  });
});
