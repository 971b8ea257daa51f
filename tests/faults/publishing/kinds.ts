import type { PostFact } from '../../../shared/facts.ts';
import type { Harness } from './publishing-harness.ts';

/** A kind of post on one network, with the call that makes it visible. */
export type Kind = {
  name: string;
  /** As the practice network's faults name it; `skip` lets the calls before the visible one pass. */
  edge: string;
  skip?: number;
  /** What its one visible effect is called in the ledger. */
  effect: string;
  /** Without an id before it is visible, some answers leave only a person to decide. */
  searched?: boolean;
  write(harness: Harness): Promise<PostFact>;
};

async function media(harness: Harness, count: number) {
  const files = Array.from({ length: count }, (_, index) =>
    harness.factory.jpeg(`k${index}.jpg`, 480, 480, index + 1),
  );
  const assets = (await Promise.all(files)).map((file) => harness.addAsset(file));
  return assets.map((asset) => ({ assetId: asset.id, tags: [] }));
}

export const kinds: Kind[] = [
  {
    name: 'facebook text',
    edge: 'POST /{post}',
    effect: 'fb-post',
    write: async (harness) => harness.write({ accountIds: [harness.facebook.id] }),
  },
  {
    name: 'facebook photo',
    edge: 'POST /{post}',
    effect: 'fb-post',
    write: async (harness) =>
      harness.write({ accountIds: [harness.facebook.id], media: await media(harness, 1) }),
  },
  {
    name: 'facebook photos',
    edge: 'POST /{post}',
    effect: 'fb-post',
    write: async (harness) =>
      harness.write({ accountIds: [harness.facebook.id], media: await media(harness, 3) }),
  },
  {
    name: 'instagram image',
    edge: 'POST /{ig}/media_publish',
    effect: 'ig-media',
    write: async (harness) =>
      harness.write({ accountIds: [harness.instagram.id], media: await media(harness, 1) }),
  },
  {
    name: 'instagram carousel',
    edge: 'POST /{ig}/media_publish',
    effect: 'ig-media',
    write: async (harness) =>
      harness.write({ accountIds: [harness.instagram.id], media: await media(harness, 2) }),
  },
];
