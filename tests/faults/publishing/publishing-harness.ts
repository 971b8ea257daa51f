import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { PracticeNetwork } from 'practice-network';
import type { Target } from '../../../shared/contract/publishing.ts';
import type { AccountFact, AssetFact, PostFact } from '../../../shared/facts.ts';
import type { Publishing } from '../../../core/publishing/publishing-port.ts';
import { createPublishing, type EngineOptions } from '../../../core/publishing/service.ts';
import { createMediaFactory, type MediaFactory } from '../../support/media-factory.ts';
import {
  openNetwork,
  practiceControl,
  type LedgerEntry,
  type PracticeControl,
} from '../../support/practice.ts';
import { openTestTools, type TestTools } from '../../support/test-tools.ts';
import { createFixtureUses, type Fixture, type FixtureUses } from './fixture-uses.ts';

export const graceMs = 60 * 60_000;
export const minuteMs = 60_000;

/** How far the studio's clock is from the network's, and how long the computer has slept: what runs
 *  steadily does not see either. */
export type Skew = { wrongMs: number; sleptMs: number };
export type HarnessOptions = {
  seed?: number;
  /** With it the studio's clock may be wrong, and the studio compares it with the network's. */
  skew?: Skew;
};
type WrittenPost = Partial<PostFact> & { caption?: string };

export type Harness = {
  tools: TestTools;
  network: PracticeNetwork;
  control: PracticeControl;
  facebook: AccountFact;
  instagram: AccountFact;
  fixture: Fixture;
  uses: FixtureUses;
  publishing: Publishing;
  factory: MediaFactory;
  addAsset(file: string, kind?: 'photo' | 'video'): AssetFact;
  /** Saves a post for both accounts unless told otherwise. */
  write(post?: WrittenPost): PostFact;
  now(): number;
  /** Plans a post for now. */
  publishNow(post: PostFact): Target[];
  /** Does what is due now. */
  tick(): Promise<void>;
  /** Lets the studio's clock run, from one due time to the next, doing what is due. */
  pass(ms: number): Promise<void>;
  target(post: PostFact, account?: AccountFact): Target;
  /** Visible effects of our own, in order. */
  effects(): Promise<LedgerEntry[]>;
  /** How often the faults that are switched on have struck. */
  faultHits(): Promise<number>;
  /** Another start of the studio on the same data. */
  restart(options?: EngineOptions): Publishing;
  close(): Promise<void>;
};

/** The real engine on a real database, against a practice network of its own over HTTP; both live by
 *  the test's clock. */
export async function openHarness(options: EngineOptions & HarnessOptions = {}): Promise<Harness> {
  const tools = openTestTools();
  const { skew } = options;
  if (skew) Object.assign(tools.clock, { manual: false });
  const network = await openNetwork({
    dataDir: join(tools.folder, 'network'),
    seed: options.seed ?? 1,
    readClock: () => tools.clock.now() - (skew?.wrongMs ?? 0),
  });
  const control = practiceControl(network.ready);
  const { facebook, instagram } = accountsOf(network);
  const fixture: Fixture = {
    ready: network.ready,
    accounts: [facebook, instagram],
    assets: [],
    posts: [],
  };
  const uses = createFixtureUses(fixture, tools.clock.now);
  const open = (engine: EngineOptions) =>
    createPublishing(tools, uses, {
      random: () => 0.5,
      atPoint: () => {},
      ...(skew && { steady: () => tools.clock.now() - skew.wrongMs - skew.sleptMs }),
      ...engine,
    });

  const harness: Harness = {
    tools,
    network,
    control,
    facebook,
    instagram,
    fixture,
    uses,
    publishing: open(options),
    factory: createMediaFactory(join(tools.folder, 'files')),
    ...writing(tools, fixture),
    now: () => tools.clock.now(),
    publishNow: (post) => harness.publishing.plan(post, tools.clock.now(), graceMs, { now: true }),
    tick: () => harness.publishing.tick(tools.clock.now()),
    pass: (ms) => passTime(harness, ms),
    target: (post, account) => findTarget(harness, post, account),
    effects: async () => (await control.ledger()).filter((entry) => entry.by === 'api'),
    faultHits: () => countHits(harness),
    restart(engine = {}) {
      harness.publishing = open(engine);
      return harness.publishing;
    },
    async close() {
      await harness.publishing.close();
      await network.close();
      tools.close();
      const defects = uses.reports.filter((line) => line.includes('a step failed'));
      if (defects.length > 0) throw new Error(defects.join('\n'));
    },
  };
  return harness;
}

async function countHits({ network: { ready } }: Harness): Promise<number> {
  const headers = { authorization: `Bearer ${ready.token}` };
  const answer = await fetch(`${ready.control}/faults`, { headers });
  const { faults } = (await answer.json()) as { faults: { hits: number }[] };
  return faults.reduce((sum, fault) => sum + fault.hits, 0);
}

function writing(tools: TestTools, fixture: Fixture): Pick<Harness, 'addAsset' | 'write'> {
  return {
    addAsset(file, kind = 'photo') {
      const asset = assetOf(tools.newId(), file, kind);
      fixture.assets.push(asset);
      return asset;
    },
    write({ caption = 'Arum d’Éthiopie, 24,90 €', ...change } = {}) {
      const accountIds = fixture.accounts.map((account) => account.id);
      const post = postOf(tools.newId(), caption, accountIds, change);
      fixture.posts.push(post);
      return post;
    },
  };
}

function findTarget(harness: Harness, post: PostFact, account?: AccountFact): Target {
  const found = harness.publishing
    .list({ postId: post.id })
    .find((target) => account === undefined || target.accountId === account.id);
  if (!found) throw new Error(`no target of ${post.id}`);
  return found;
}

function accountsOf({ ready }: PracticeNetwork): { facebook: AccountFact; instagram: AccountFact } {
  const shared = { pageRemoteId: ready.page.id, health: 'ok' as const, practice: true };
  const { id: remoteId, name } = ready.page;
  const { id: igId, username } = ready.instagram;
  return {
    facebook: { id: 'account-facebook', network: 'facebook', remoteId, name, ...shared },
    instagram: {
      id: 'account-instagram',
      network: 'instagram',
      remoteId: igId,
      username,
      name: username,
      catalogueRemoteId: ready.catalogue.id,
      ...shared,
    },
  };
}

function assetOf(id: string, path: string, kind: 'photo' | 'video'): AssetFact {
  const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
  const mime = kind === 'photo' ? 'image/jpeg' : 'video/mp4';
  const { size: sizeBytes } = statSync(path);
  const urls = { url: `/media/${id}`, thumbUrl: `/media/${id}/thumb` };
  return { id, kind, name: basename(path), path, mime, sizeBytes, hash, productIds: [], ...urls };
}

function postOf(
  id: string,
  caption: string,
  accountIds: string[],
  change: Partial<PostFact>,
): PostFact {
  return {
    id,
    version: 1,
    kind: 'post',
    title: caption.split('\n')[0] ?? '',
    media: [],
    accountIds,
    captions: { facebook: caption, instagram: caption },
    ...change,
  };
}

async function passTime(harness: Harness, ms: number): Promise<void> {
  const untilAt = harness.now() + ms;
  for (;;) {
    await harness.tick();
    const nextAt = nextDueAt(harness);
    if (nextAt === undefined || nextAt > untilAt) break;
    harness.tools.setNow(nextAt);
  }
  harness.tools.setNow(untilAt);
  await harness.tick();
}

function nextDueAt({ tools, now }: Harness): number | undefined {
  const row = tools.db
    .prepare<[number, number], { at: number | null }>(
      `SELECT min(at) AS at FROM (SELECT next_at AS at FROM targets WHERE next_at > ?
       UNION ALL SELECT next_at FROM discards WHERE next_at > ?)`,
    )
    .get(now(), now());
  return row?.at ?? undefined;
}
