import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createGraphClient, type GraphClient } from 'graph-api-client';
import { Problem } from '../../../shared/contract/problem.ts';
import type { AccountFact, AssetFact, PostFact } from '../../../shared/facts.ts';
import type { HaltCode, PublishingUses } from '../../../core/publishing/publishing-uses.ts';
import type { PracticeReady } from '../../support/practice.ts';

/** Everything of a test that a second process needs to go on with it. */
export type Fixture = {
  ready: PracticeReady;
  accounts: AccountFact[];
  assets: AssetFact[];
  posts: PostFact[];
};

/** The line, as the studio sees it. */
export type TestLine = {
  online: boolean;
  tokens: boolean;
  timeoutMs: number;
  /** What every client of the studio goes through, so that a test may end the studio at a request. */
  through?: ((client: GraphClient) => GraphClient) | undefined;
};

export type FixtureUses = PublishingUses & {
  /** Speaks as the Page, or with another token. */
  client(token?: string): GraphClient;
  line: TestLine;
  halts: (HaltCode | undefined)[];
  reports: string[];
  /** What posts were told, as `planEnded <post>`. */
  told: string[];
};

/** What open-studio would hand to publishing, from the facts of a test and over real HTTP. */
export function createFixtureUses(fixture: Fixture, now: () => number): FixtureUses {
  const { ready } = fixture;
  const line: TestLine = { online: true, tokens: true, timeoutMs: 15_000 };
  const halts: FixtureUses['halts'] = [];
  const reports: string[] = [];
  const told: string[] = [];
  const client = (token = ready.page.token) => {
    const { timeoutMs } = line;
    return createGraphClient({ baseUrls: { graph: ready.url }, token, timeoutMs, now });
  };
  const studioClient = (token?: string) => line.through?.(client(token)) ?? client(token);
  const readAsset = (id: string) => fixture.assets.find((asset) => asset.id === id);
  const readAccount = (id: string) => fixture.accounts.find((account) => account.id === id);

  return {
    client,
    line,
    halts,
    reports,
    told,
    planEnded: (postId) => told.push(`planEnded ${postId}`),
    planOvertaken: (postId) => told.push(`planOvertaken ${postId}`),
    keepAsDraft: (postId) => told.push(`keepAsDraft ${postId}`),
    wordsChanged: (postId, network, text) => told.push(`wordsChanged ${postId} ${network} ${text}`),
    readAsset,
    readAccount,
    readPost: (id) => fixture.posts.find((post) => post.id === id),
    async verifyAsset(id) {
      const asset = readAsset(id);
      return asset !== undefined && (await hashFile(asset.path)) === asset.hash;
    },
    clientFor: () =>
      line.tokens ? Promise.resolve(studioClient()) : Promise.reject(new Problem('token-missing')),
    putPublicImage: (_accountId, filePath) => putImage(studioClient(), ready.page.id, filePath),
    isOnline: () => line.online,
    pausedUntil: () => undefined,
    ensureRemoteItems: (_accountId, ids) =>
      findItems(studioClient(ready.user.token), ready.catalogue.id, ids),
    setHealth(accountId, health) {
      const account = readAccount(accountId);
      if (account) account.health = health;
    },
    accountUrl: (account) => `${ready.url}/pages/${account.remoteId}`,
    onHalt: (code) => halts.push(code),
    report: (message, detail) => reports.push(`${message} ${JSON.stringify(detail)}`),
  };
}

export async function hashFile(path: string): Promise<string | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  return bytes && createHash('sha256').update(bytes).digest('hex');
}

async function putImage(client: GraphClient, pageId: string, filePath: string) {
  const upload = await client.uploadPhoto({ pageId, filePath, temporary: true });
  if (!upload.ok) return upload;
  const photo = await client.readPhoto(upload.value.photoId);
  return photo.ok ? { ok: true as const, value: { url: photo.value.images[0]?.url ?? '' } } : photo;
}

/** Items whose code is the product's id. */
async function findItems(client: GraphClient, catalogueId: string, ids: string[]) {
  const found = new Map<string, string>();
  for (const id of ids) {
    const list = await client.listProducts({ catalogueId, sku: id });
    const item = list.ok ? list.value.items.find((one) => one.sku === id) : undefined;
    if (item) found.set(id, item.productId);
  }
  return found;
}
