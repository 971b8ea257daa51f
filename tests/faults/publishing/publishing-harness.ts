import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createGraphClient, type GraphClient } from 'graph-api-client';
import { startPracticeNetwork, type PracticeNetwork } from 'practice-network';
import { Problem } from '../../../shared/contract/problem.ts';
import type { Target } from '../../../shared/contract/publishing.ts';
import type { AccountFact, AssetFact, PostFact } from '../../../shared/facts.ts';
import type { AtPoint } from '../../../core/publishing/kill-point.ts';
import type { Publishing } from '../../../core/publishing/publishing-port.ts';
import type { HaltCode, PublishingUses } from '../../../core/publishing/publishing-uses.ts';
import { createPublishing } from '../../../core/publishing/service.ts';
import {
  createMediaFactory,
  seededRandom,
  type MediaFactory,
} from '../../support/media-factory.ts';
import { practiceControl, type LedgerEntry, type PracticeControl } from '../../support/practice.ts';
import { openTestTools, type TestTools } from '../../support/test-tools.ts';

export const graceMs = 60 * 60_000;

export type Harness = {
  tools: TestTools;
  network: PracticeNetwork;
  control: PracticeControl;
  facebook: AccountFact;
  instagram: AccountFact;
  publishing: Publishing;
  factory: MediaFactory;
  /** The line, as the studio sees it. */
  line: { online: boolean; tokens: boolean; timeoutMs: number };
  halts: (HaltCode | undefined)[];
  reports: string[];
  addAsset(file: string, kind?: 'photo' | 'video'): AssetFact;
  /** Saves a post for both accounts unless told otherwise. */
  write(post?: Partial<PostFact> & { caption?: string }): PostFact;
  posts: Map<string, PostFact>;
  now(): number;
  client(): GraphClient;
  /** Does what is due now. */
  tick(): Promise<void>;
  /** Lets the studio's clock run, from one due time to the next, doing what is due. */
  pass(ms: number): Promise<void>;
  target(post: PostFact, account?: AccountFact): Target;
  /** Visible effects of our own since the harness began. */
  effects(): Promise<LedgerEntry[]>;
  /** Another start of the studio on the same data. */
  restart(options?: EngineOptions): Publishing;
  close(): Promise<void>;
};

type EngineOptions = { atPoint?: AtPoint; random?: () => number };

/** The real engine on a real database, against a practice network of its own over HTTP; both live by
 *  the test's clock. */
export async function openHarness(
  options: EngineOptions & { seed?: number } = {},
): Promise<Harness> {
  const tools = openTestTools();
  const network = await startPracticeNetwork({
    dataDir: join(tools.folder, 'network'),
    seed: options.seed ?? 1,
    readClock: () => tools.clock.now(),
    settings: { personas: false, processing: 'fast', lag: false },
  });
  const { ready } = network;
  const control = practiceControl(ready);
  const { facebook, instagram } = accountsOf(network);
  const accounts = new Map([facebook, instagram].map((account) => [account.id, account]));
  const assets = new Map<string, AssetFact>();
  const posts = new Map<string, PostFact>();
  const line = { online: true, tokens: true, timeoutMs: 1_500 };
  const halts: (HaltCode | undefined)[] = [];
  const reports: string[] = [];
  const client = () =>
    createGraphClient({
      baseUrls: { graph: ready.url },
      token: ready.page.token,
      timeoutMs: line.timeoutMs,
      now: tools.clock.now,
    });

  const uses: PublishingUses = {
    readPost: (id) => posts.get(id),
    readAsset: (id) => assets.get(id),
    async verifyAsset(id) {
      const asset = assets.get(id);
      return asset !== undefined && (await hashFile(asset.path)) === asset.hash;
    },
    readAccount: (id) => accounts.get(id),
    async clientFor() {
      if (!line.tokens) throw new Problem('token-missing');
      return client();
    },
    async putPublicImage(_accountId, filePath) {
      const upload = await client().uploadPhoto({
        pageId: ready.page.id,
        filePath,
        temporary: true,
      });
      if (!upload.ok) return upload;
      const photo = await client().readPhoto(upload.value.photoId);
      return photo.ok ? { ok: true, value: { url: photo.value.images[0]?.url ?? '' } } : photo;
    },
    isOnline: () => line.online,
    pausedUntil: () => undefined,
    ensureRemoteItems: (_accountId, ids) => ensureItems(client(), ready.catalogue.id, ids),
    setHealth(accountId, health) {
      const account = accounts.get(accountId);
      if (account) account.health = health;
    },
    accountUrl: (account) => `${ready.url}/pages/${account.remoteId}`,
    onHalt: (code) => halts.push(code),
    report: (message, detail) => reports.push(`${message} ${JSON.stringify(detail)}`),
  };
  const open = (engine: EngineOptions) =>
    createPublishing(tools, uses, { random: () => 0.5, atPoint: () => {}, ...engine });

  const harness: Harness = {
    ...{ tools, network, control, facebook, instagram, posts, line, halts, reports, client },
    publishing: open(options),
    factory: createMediaFactory(join(tools.folder, 'files')),
    now: () => tools.clock.now(),
    addAsset(file, kind = 'photo') {
      const asset = assetOf(tools.newId(), file, kind);
      assets.set(asset.id, asset);
      return asset;
    },
    write({ caption = 'Arum d’Éthiopie, 24,90 €', ...change } = {}) {
      const post = postOf(tools.newId(), caption, [facebook.id, instagram.id], change);
      posts.set(post.id, post);
      return post;
    },
    tick: () => harness.publishing.tick(tools.clock.now()),
    pass: (ms) => passTime(harness, ms),
    target(post, account) {
      const found = harness.publishing
        .list({ postId: post.id })
        .find((target) => account === undefined || target.accountId === account.id);
      if (!found) throw new Error(`no target of ${post.id}`);
      return found;
    },
    effects: async () => (await control.ledger()).filter((entry) => entry.by === 'api'),
    restart(engine = {}) {
      harness.publishing = open(engine);
      return harness.publishing;
    },
    async close() {
      await harness.publishing.close();
      await network.close();
      tools.close();
    },
  };
  return harness;
}

function accountsOf({ ready }: PracticeNetwork): { facebook: AccountFact; instagram: AccountFact } {
  const shared = { pageRemoteId: ready.page.id, health: 'ok' as const, practice: true };
  const { id: remoteId, name } = ready.page;
  const { id: igId, username } = ready.instagram;
  return {
    facebook: { id: 'account-facebook', network: 'facebook', remoteId, name, ...shared },
    instagram: {
      ...{ id: 'account-instagram', network: 'instagram', remoteId: igId, username },
      ...{ name: username, catalogueRemoteId: ready.catalogue.id },
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
    ...{ id, version: 1, kind: 'post', title: caption.split('\n')[0] ?? '', media: [], accountIds },
    captions: { facebook: caption, instagram: caption },
    ...change,
  };
}

async function hashFile(path: string): Promise<string | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  return bytes && createHash('sha256').update(bytes).digest('hex');
}

/** Puts a product of the same name as its id into the network's catalogue. */
async function ensureItems(client: GraphClient, catalogueId: string, ids: string[]) {
  const found = new Map<string, string>();
  for (const id of ids) {
    const list = await client.listProducts({ catalogueId, sku: id });
    const item = list.ok ? list.value.items.find((one) => one.sku === id) : undefined;
    if (item) found.set(id, item.productId);
  }
  return found;
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

export { seededRandom };
