import type { GraphClient, GraphResult } from 'graph-api-client';

export type PagePhotoImage = {
  url: string;
  /** Answers whether the photo is gone for sure; a left-over lapses within a day. */
  release(): Promise<boolean>;
};

export type PagePhotoImages = {
  /** `url` works until `release`, for a day at most. */
  put(accountId: string, filePath: string): Promise<GraphResult<PagePhotoImage>>;
};

export type PagePhotoUses = {
  clientFor(accountId: string): Promise<GraphClient>;
  readAccount(accountId: string): { pageRemoteId: string } | undefined;
};

/** Through the linked Page: an unpublished, temporary photo and its address on the network's own image
 *  servers. Good for pictures only (videos from there are refused); undocumented but in wide use. */
export function createPagePhotoImages(uses: PagePhotoUses): PagePhotoImages {
  return {
    async put(accountId, filePath) {
      const client = await uses.clientFor(accountId);
      const pageId = uses.readAccount(accountId)?.pageRemoteId ?? '';
      const uploaded = await client.uploadPhoto({ pageId, filePath, temporary: true });
      if (!uploaded.ok) return uploaded;
      const { photoId } = uploaded.value;
      const release = async () => (await client.discardHidden(photoId)).ok;
      const read = await client.readPhoto(photoId);
      const largest = read.ok ? read.value.images[0] : undefined;
      if (largest) return { ok: true, value: { url: largest.url, release } };
      await release();
      return { ok: false, failure: read.ok ? withoutAddress : tryAgain(read.failure) };
    },
  };
}

type Failure = Extract<GraphResult<unknown>, { ok: false }>['failure'];

const withoutAddress: Failure = {
  outcome: 'not-done',
  reaction: 'retry',
  meaning: 'picture-without-address',
  message: 'the photo has no address yet',
};

/** A photo read as missing right after its upload only means: not visible everywhere yet. */
function tryAgain(failure: Failure): Failure {
  return failure.reaction === 'gone' ? { ...failure, reaction: 'retry' } : failure;
}
