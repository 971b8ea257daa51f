import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AssetFact } from '../../../../shared/facts.ts';
import { findFfmpeg } from '../../../../core/media/find-ffmpeg.ts';
import { createMediaFactory } from '../../../support/media-factory.ts';
import type { LedgerEntry } from '../../../support/practice.ts';
import {
  minuteMs,
  openHarness,
  type Harness,
  type Skew,
} from '../../publishing/publishing-harness.ts';

/** Files that many worlds post: made once. */
export type Files = { photos: string[]; film: string };

/** A studio and a network that outlive many schedules. */
export type PostWorld = {
  harness: Harness;
  skew: Skew;
  /** By how much the studio's clock went back in this run: what it calls younger may be older. */
  setBackMs: number;
  photos: AssetFact[];
  film: AssetFact;
  /** What was read of ledger and journal before the schedule at hand. */
  seen: { ledger: number; journal: number };
  /** Visible effects of the schedule at hand. */
  effects: LedgerEntry[];
  /** What happened, for a person who looks into one seed. */
  story: string[];
  /** Whether the studio has died of what was ordered. */
  isDead(): boolean;
};

export const taggedSku = 'ARUM-1';

export async function makeFiles(): Promise<Files> {
  const factory = createMediaFactory(mkdtempSync(join(tmpdir(), 'vitrine-faults-')));
  const { ffmpegPath } = await findFfmpeg();
  const photos = await Promise.all(
    [1, 2, 3].map((seed) => factory.jpeg(`p${seed}.jpg`, 400, 400, seed)),
  );
  return { photos, film: factory.video(ffmpegPath, 'film.mp4', 4, '540x960') };
}

export async function openPostWorld(seed: number, files: Files): Promise<PostWorld> {
  const skew: Skew = { wrongMs: 0, sleptMs: 0 };
  const harness = await openHarness({ seed, skew });
  const photos = files.photos.map((file) => harness.addAsset(file));
  const film = harness.addAsset(files.film, 'video');
  await addProduct(harness, photos[0]);
  const seen = { ledger: 0, journal: 0 };
  const made = { effects: [], story: [], setBackMs: 0, isDead: () => false };
  return { harness, skew, photos, film, seen, ...made };
}

/** A product that may be tagged on Instagram. */
async function addProduct(harness: Harness, photo: AssetFact | undefined): Promise<void> {
  const { ready } = harness.fixture;
  const client = harness.uses.client();
  const pageId = harness.facebook.remoteId;
  const upload = await client.uploadPhoto({ pageId, filePath: photo?.path ?? '', temporary: true });
  const read = upload.ok ? await client.readPhoto(upload.value.photoId) : undefined;
  const imageUrl = read?.ok ? (read.value.images[0]?.url ?? '') : '';
  const item = {
    ...{ sku: taggedSku, title: 'Arum', description: 'Blanc', isInStock: true, imageUrl },
    price: { minorUnits: 2490, currency: 'EUR' },
    ...{ brand: 'La Serre', link: 'https://laserre.example/arum' },
  };
  const owner = harness.uses.client(ready.user.token);
  const batch = await owner.upsertItems({ catalogueId: ready.catalogue.id, items: [item] });
  if (!batch.ok) throw new Error(batch.failure.message);
  harness.tools.advance(5 * minuteMs);
  await harness.control.reviewProduct({ retailerId: taggedSku, status: 'approved' });
}

/** Now, as the network has it. */
export function trueNow({ harness, skew }: PostWorld): number {
  return harness.now() - skew.wrongMs;
}

export function tell(world: PostWorld, line: string): void {
  const at = new Date(world.harness.now()).toISOString().slice(5, 19);
  world.story.push(`${at} ${line}`);
}

/** Reads what became visible since the last look. */
export async function readEffects(world: PostWorld): Promise<void> {
  const fresh = await world.harness.control.ledger(world.seen.ledger);
  world.seen.ledger = fresh.at(-1)?.n ?? world.seen.ledger;
  for (const effect of fresh) {
    if (effect.by !== 'api') continue;
    world.effects.push(effect);
    tell(world, `  visible: ${effect.kind} ${effect.objectId} ${effect.text ?? ''}`);
  }
}
