import type {
  PictureStore,
  PictureStoreChoice,
  PictureWay,
} from '../../../shared/contract/pictures.ts';

/** Everything as it is typed, for all ways at once: changing one's mind loses nothing. */
export type PictureForm = {
  way: PictureWay;
  bucket: Record<BucketField, string>;
  upload: Record<UploadField, string> & { method: 'PUT' | 'POST' };
};
export type BucketField =
  'endpoint' | 'region' | 'bucket' | 'prefix' | 'publicBase' | 'keyId' | 'secret';
export type UploadField = 'url' | 'publicBase' | 'headerName' | 'secret';

const neededOfBucket = ['endpoint', 'region', 'bucket', 'publicBase', 'keyId'] as const;

export function formOf({ way, bucket, upload }: PictureStore): PictureForm {
  return {
    way,
    bucket: {
      endpoint: bucket?.endpoint ?? '',
      region: bucket?.region ?? '',
      bucket: bucket?.bucket ?? '',
      prefix: bucket?.prefix ?? '',
      publicBase: bucket?.publicBase ?? '',
      keyId: bucket?.keyId ?? '',
      secret: '',
    },
    upload: {
      url: upload?.url ?? '',
      method: upload?.method ?? 'PUT',
      publicBase: upload?.publicBase ?? '',
      headerName: upload?.headerName ?? '',
      secret: '',
    },
  };
}

/** Names of the fields of the chosen way that must still be filled in. */
export function lacksOf(form: PictureForm, store: PictureStore): string[] {
  if (form.way === 'page-photo') return [];
  if (form.way === 'upload') {
    const { url, headerName, secret } = form.upload;
    const lacks = url.trim() === '' ? ['url'] : [];
    const needsSecret = headerName.trim() !== '' && !store.upload?.hasSecret;
    return needsSecret && secret === '' ? [...lacks, 'secret'] : lacks;
  }
  const lacks: string[] = neededOfBucket.filter((name) => form.bucket[name].trim() === '');
  return store.bucket?.hasSecret || form.bucket.secret !== '' ? lacks : [...lacks, 'secret'];
}

/** What the studio is told: the chosen way and its settings; what is empty is left out. */
export function choiceOf({ way, bucket, upload }: PictureForm): PictureStoreChoice {
  if (way === 'bucket') {
    const { endpoint, region, publicBase, keyId } = bucket;
    return {
      way,
      bucket: {
        endpoint: endpoint.trim(),
        region: region.trim(),
        bucket: bucket.bucket.trim(),
        publicBase: publicBase.trim(),
        keyId: keyId.trim(),
        ...filled('prefix', bucket.prefix.trim()),
        ...filled('secret', bucket.secret),
      },
    };
  }
  if (way === 'page-photo') return { way };
  return {
    way,
    upload: {
      url: upload.url.trim(),
      method: upload.method,
      ...filled('publicBase', upload.publicBase.trim()),
      ...filled('headerName', upload.headerName.trim()),
      ...filled('secret', upload.secret),
    },
  };
}

/** Whether `form` says something else than what is in use. */
export function isChanged(form: PictureForm, store: PictureStore): boolean {
  return JSON.stringify(choiceOf(form)) !== JSON.stringify(choiceOf(formOf(store)));
}

function filled<K extends string>(name: K, text: string): { [name in K]?: string } {
  return text === '' ? {} : ({ [name]: text } as { [name in K]: string });
}
