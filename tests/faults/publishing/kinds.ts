import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFfmpeg } from '../../../core/media/find-ffmpeg.ts';
import type { PostFact } from '../../../shared/facts.ts';
import { createMediaFactory } from '../../support/media-factory.ts';
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

const films = new Map<string, Promise<string>>();

/** One real film for all tests of a run: upright, with sound, three seconds and a bit. */
function film(): Promise<string> {
  const made =
    films.get('film') ??
    findFfmpeg().then(({ ffmpegPath }) =>
      createMediaFactory(mkdtempSync(join(tmpdir(), 'vitrine-film-'))).video(
        ffmpegPath,
        'film.mp4',
        4,
        '540x960',
      ),
    );
  films.set('film', made);
  return made;
}

async function writeFilm(
  harness: Harness,
  network: 'facebook' | 'instagram',
  kind: PostFact['kind'],
): Promise<PostFact> {
  const asset = harness.addAsset(await film(), 'video');
  const media = [{ assetId: asset.id, tags: [] }];
  return harness.write({ accountIds: [harness[network].id], media, kind });
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
  {
    name: 'instagram reel',
    edge: 'POST /{ig}/media_publish',
    effect: 'ig-media',
    write: (harness) => writeFilm(harness, 'instagram', 'reel'),
  },
  {
    name: 'instagram story',
    edge: 'POST /{ig}/media_publish',
    effect: 'ig-story',
    write: async (harness) =>
      harness.write({
        accountIds: [harness.instagram.id],
        kind: 'story',
        media: await media(harness, 1),
      }),
  },
  {
    name: 'facebook video',
    edge: 'POST /{video}',
    effect: 'fb-video',
    write: (harness) => writeFilm(harness, 'facebook', 'post'),
  },
  {
    name: 'facebook reel',
    edge: 'POST /{page}/video_reels',
    skip: 1,
    effect: 'fb-reel',
    write: (harness) => writeFilm(harness, 'facebook', 'reel'),
  },
  {
    name: 'facebook photo story',
    edge: 'POST /{page}/photo_stories',
    effect: 'fb-story',
    searched: true,
    write: async (harness) =>
      harness.write({
        accountIds: [harness.facebook.id],
        kind: 'story',
        media: await media(harness, 1),
      }),
  },
  {
    name: 'facebook video story',
    edge: 'POST /{page}/video_stories',
    skip: 1,
    effect: 'fb-story',
    searched: true,
    write: (harness) => writeFilm(harness, 'facebook', 'story'),
  },
  {
    name: 'facebook link',
    edge: 'POST /{post}',
    effect: 'fb-post',
    write: async (harness) =>
      harness.write({
        accountIds: [harness.facebook.id],
        link: 'https://laserre.example/arum',
      }),
  },
];
