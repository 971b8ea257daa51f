import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PracticeNetwork } from 'practice-network';
import { z } from 'zod';
import type { CallStudio } from '../../../../scripts/demo/programs.ts';
import { openNetwork, practiceControl, type PracticeControl } from '../../../support/practice.ts';
import { createMediaFactory } from '../../../support/media-factory.ts';
import { findFfmpeg } from '../../../../core/media/find-ffmpeg.ts';
import { startStudioProcess, type StudioProcess } from './studio-process.ts';
import type { KillDeed } from './kill-deeds.ts';

/** One data folder that is killed many times, and the network that outlives it. */
export type KillWorld = {
  folder: string;
  network: PracticeNetwork;
  control: PracticeControl;
  accounts: { facebook: string; instagram: string };
  assets: { photos: string[]; film: string };
  /** Published at the start: customers write under them. */
  basePosts: string[];
  deeds: KillDeed[];
  story: string[];
  clock: { now: number };
  seen: { journal: number };
  start(killAt?: string): StudioProcess;
  close(): Promise<void>;
};

/** The studio's time runs this much faster than ours while a world is open. */
const stepMs = 2_000;
const stepEveryMs = 50;

export async function openKillWorld(seed: number): Promise<KillWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-kills-'));
  const clock = { now: Date.parse('2026-11-24T08:12:00Z') };
  const clockFile = join(folder, 'clock');
  const write = () => {
    writeFileSync(`${clockFile}.next`, `${new Date(clock.now).toISOString()}\n`);
    renameSync(`${clockFile}.next`, clockFile);
  };
  write();
  const timer = setInterval(() => {
    clock.now += stepMs;
    write();
  }, stepEveryMs);
  const dataDir = join(folder, 'network');
  const network = await openNetwork({ dataDir, seed, clockFile });
  // Many posts a day: the network's own limit is not what is tested.
  const control = practiceControl(network.ready);
  await control.settings({ publishQuota: 10_000 });
  const world: KillWorld = {
    folder,
    network,
    control,
    accounts: { facebook: '', instagram: '' },
    assets: { photos: [], film: '' },
    basePosts: [],
    deeds: [],
    story: [],
    clock,
    seen: { journal: 0 },
    start: (killAt) =>
      startStudioProcess({
        ...{ dataDir: join(folder, 'shop'), graph: network.ready.url, clockFile, killAt },
        cacheDir: join(folder, 'compiled'),
      }),
    async close() {
      clearInterval(timer);
      await network.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await fillWorld(world);
  return world;
}

const accountsShape = z.object({
  accounts: z.array(z.object({ id: z.string(), network: z.enum(['facebook', 'instagram']) })),
});
const importedShape = z.object({ items: z.array(z.object({ assetId: z.string() })) });

/** Accounts, files and two published posts; nothing is killed yet. */
async function fillWorld(world: KillWorld): Promise<void> {
  const studio = world.start();
  const call = await studio.call;
  if (!call) throw new Error(`the studio did not start: ${studio.said()}`);
  const userToken = world.network.ready.user.token;
  const { accounts } = await call('accounts/connect', { userToken }, accountsShape);
  for (const { id, network } of accounts) world.accounts[network] = id;
  const factory = createMediaFactory(join(world.folder, 'files'));
  const { ffmpegPath } = await findFfmpeg();
  const photos = await Promise.all([1, 2, 3].map((n) => factory.jpeg(`p${n}.jpg`, 1080, 1080, n)));
  const film = factory.video(ffmpegPath, 'film.mp4', 4, '540x960');
  const paths = [...photos, film];
  const { items } = await call('media/importFiles', { paths }, importedShape);
  const ids = items.map((item) => item.assetId);
  world.assets = { photos: ids.slice(0, 3), film: ids[3] ?? '' };
  await publishBase(world, call);
  studio.child.kill('SIGTERM');
  await studio.ended;
}

const createdShape = z.object({ postId: z.string() });
const targetsShape = z.object({
  targets: z.array(z.object({ state: z.string(), remoteId: z.string().optional() })),
});

async function publishBase(world: KillWorld, call: CallStudio): Promise<void> {
  const content = {
    accountIds: Object.values(world.accounts),
    caption: 'Les anthuriums sont arrivés.',
    media: [{ assetId: world.assets.photos[0] }],
  };
  const { postId } = await call('posts/create', content, createdShape);
  await call('posts/publishNow', { postId }, z.unknown());
  const deadline = AbortSignal.timeout(60_000);
  for (;;) {
    deadline.throwIfAborted();
    const { targets } = await call('publishing/targets', { postId }, targetsShape);
    world.basePosts = targets.flatMap(({ remoteId }) => remoteId ?? []);
    if (targets.length === 2 && targets.every(({ state }) => state === 'published')) return;
    await nextStep();
  }
}

/** Until the studio's clock has gone on a little. */
export function nextStep(): Promise<void> {
  return new Promise((done) => setTimeout(done, 2 * stepEveryMs));
}

export function tellKill(world: KillWorld, line: string): void {
  world.story.push(`${new Date(world.clock.now).toISOString().slice(5, 19)} ${line}`);
}
