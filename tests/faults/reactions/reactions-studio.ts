import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Account } from '../../../shared/contract/accounts.ts';
import type { Target } from '../../../shared/contract/publishing.ts';
import type { Language, Network } from '../../../shared/contract/shapes.ts';
import type { SecretStore } from '../../../core/host.ts';
import { createLog } from '../../../core/log.ts';
import { openCustomerPictures } from '../../../core/open-customer-pictures.ts';
import { openFeatures, type Features } from '../../../core/open-features.ts';
import { openFoundation, type Foundation } from '../../../core/open-foundation.ts';
import { openInbox, type Inbox } from '../../../core/open-inbox.ts';
import { openReplies } from '../../../core/open-replies.ts';
import { openTeamwork } from '../../../core/open-teamwork.ts';
import { openNetwork, type StudioNetwork } from '../../../core/open-network.ts';
import { createRedactor } from '../../../core/redact.ts';
import { shopService, type ShopService } from '../../../core/shop/service.ts';
import { createMediaFactory } from '../../support/media-factory.ts';
import { createMemorySecrets } from '../../support/memory-secrets.ts';
import { startPractice, type PracticeForTests } from '../../support/practice.ts';
import { createTestHost } from '../../support/test-host.ts';
import { resourcesDir } from '../../support/test-tools.ts';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;

export type ReactionsStudio = {
  practice: PracticeForTests;
  foundation: Foundation;
  network: StudioNetwork;
  features: Features;
  inbox: Inbox;
  secrets: SecretStore;
  /** What the host was asked to tell the person. */
  notices: string[];
  now(): number;
  advance(ms: number): void;
  /** Signs in (again): every account is well and can do all it should. */
  signIn(): Promise<void>;
  account(network: Network, language?: Language): Account;
  write(network: Network, caption: string): { postId: string };
  /** A post for one account, to go out now; answers its id. */
  publishNow(network: Network, caption: string): string;
  target(postId: string, language?: Language): Target;
  /** Does what is due of publishing. */
  publish(): Promise<void>;
  /** Does invisible steps until the visible call is answered. */
  untilAnswered(postId: string): Promise<void>;
  /** Lets the clock run, from one due time of publishing to the next. */
  passPublishing(ms: number): Promise<void>;
  /** The same for the outbox; what is due of reading is read on the way. */
  passInbox(ms: number): Promise<void>;
  /** How often the practice network was asked so far; of one method only. */
  requests(method?: string): Promise<number>;
  /** After a case: no fault stands, every account is well and free. */
  recover(): Promise<void>;
  /** What customers could see with these words. */
  effects(text: string): Promise<number>;
  close(): Promise<void>;
};

const onItsWay = new Set(['scheduled', 'preparing', 'ready', 'publishing']);

/** The studio as it is composed, without its timers: accounts, governor, publishing and inbox on a real
 *  library, against a practice network over HTTP. Both live by one clock that is moved by hand. */
export async function openReactionsStudio(): Promise<ReactionsStudio> {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-reactions-'));
  let nowMs = Date.parse('2026-11-24T08:12:00Z');
  const clock = { now: () => nowMs, tickSeconds: 15, manual: true };
  const notices: string[] = [];
  const practice = await startPractice({
    dataDir: join(folder, 'network'),
    readClock: clock.now,
    settings: { publishQuota: 100_000, callBudget: 1_000_000 },
  });
  const composed = compose(folder, clock, notices, () => practice.ready.url);
  const { foundation, network, features, inbox } = composed;
  const photo = await createMediaFactory(join(folder, 'files')).jpeg('photo.jpg', 480, 480);
  const [imported] = await features.library.importFiles([photo], 'en');
  const assetId = imported && 'assetId' in imported ? imported.assetId : '';
  const studio: ReactionsStudio = {
    practice,
    ...composed,
    notices,
    now: clock.now,
    advance: (ms) => void (nowMs += ms),
    signIn: () => signIn(network, practice),
    account(of, language = 'en') {
      const all = network.accounts.list({ language }).accounts;
      return defined(all.find((one) => one.network === of));
    },
    write(of, caption) {
      const media = of === 'instagram' ? [{ assetId }] : [];
      const accountIds = [studio.account(of).id];
      return features.posts.create({ accountIds, caption, media });
    },
    publishNow(of, caption) {
      const { postId } = studio.write(of, caption);
      features.posts.publishNow(postId);
      return postId;
    },
    target: (postId, language = 'en') => defined(features.publishing.list({ postId }, language)[0]),
    publish: () => features.publishing.tick(nowMs),
    async untilAnswered(postId) {
      const nextAt = nextTargetAt(foundation);
      await studio.publish();
      while (onItsWay.has(studio.target(postId).state)) {
        nowMs = defined(nextAt(nowMs));
        await studio.publish();
      }
    },
    passPublishing: (ms) => pass(studio, ms, nextTargetAt(foundation), studio.publish),
    passInbox: (ms) => pass(studio, ms, nextOutboxAt(foundation), () => inbox.tick(nowMs)),
    ...watchNetwork(practice),
    async recover() {
      await practice.control.clearFaults();
      const all = network.accounts.listAccounts();
      const isPaused = all.some(({ id }) => network.access.pausedUntil(id) !== undefined);
      if (isPaused) nowMs += 2 * hourMs;
      if (isPaused || all.some((one) => one.health !== 'ok')) await studio.signIn();
    },
    async close() {
      await Promise.all([features.publishing.close(), inbox.close(), features.jobs.close()]);
      await features.library.close();
      foundation.library.close();
      await practice.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await studio.signIn();
  return studio;
}

function compose(
  folder: string,
  clock: { now(): number; tickSeconds: number; manual: boolean },
  notices: string[],
  practiceUrl: () => string,
) {
  const host = {
    kind: 'server' as const,
    secrets: createMemorySecrets(),
    notify: ({ title, body }: { title: string; body: string }) =>
      void notices.push(`${title}: ${body}`),
    openExternal: () => {},
    onWake: () => () => {},
    ...createTestHost(),
  };
  const dataDir = join(folder, 'studio');
  const log = createLog(dataDir, createRedactor());
  const open = { dataDir, resourcesDir, clock, log, shopLanguage: () => 'en' as const };
  const foundation = openFoundation(open);
  const shop: ShopService = shopService(foundation.tools, { machineZone: () => 'Europe/Paris' });
  const network = openNetwork(foundation, host, practiceUrl);
  const features = openFeatures({
    foundation,
    network,
    host,
    shop,
    dataDir,
    resourcesDir,
    practiceUrl,
  });
  const team = openTeamwork({ foundation, features, shop, inbox: () => inbox });
  const colleagues = team.teamwork.forInbox;
  const replies = openReplies({ foundation, features, shop, resourcesDir });
  const inbox: Inbox = openInbox({
    ...{ foundation, network, features, shop, resourcesDir, colleagues, replies },
    onTaken: () => {},
    isUnwanted: () => false,
    customerPictures: openCustomerPictures({ foundation, network, features, dataDir }),
  });
  return { foundation, network, features, inbox, secrets: host.secrets };
}

/** Reads what is new of journal and ledger: both grow with every case that shares the network. */
function watchNetwork({ ready }: PracticeForTests): Pick<ReactionsStudio, 'requests' | 'effects'> {
  const seen = { journal: [] as Line[], ledger: [] as Line[] };
  async function readOn(list: 'journal' | 'ledger'): Promise<Line[]> {
    const after = seen[list].at(-1)?.n ?? 0;
    const headers = { authorization: `Bearer ${ready.token}` };
    const answer = await fetch(`${ready.control}/${list}?after=${after}`, { headers });
    seen[list].push(...((await answer.json()) as Line[]));
    return seen[list];
  }
  return {
    requests: async (method) =>
      (await readOn('journal')).filter((one) => method === undefined || one.method === method)
        .length,
    effects: async (text) =>
      (await readOn('ledger')).filter((one) => one.by === 'api' && one.text === text).length,
  };
}

type Line = { n: number; method?: string; by?: string; text?: string };

async function signIn({ accounts }: StudioNetwork, { ready }: PracticeForTests): Promise<void> {
  await accounts.connect({ graph: ready.url, userToken: ready.user.token }, {});
}

async function pass(
  { now, advance }: ReactionsStudio,
  ms: number,
  nextAt: (at: number) => number | undefined,
  work: () => Promise<void>,
): Promise<void> {
  const untilAt = now() + ms;
  for (;;) {
    await work();
    const at = nextAt(now());
    if (at === undefined || at > untilAt) break;
    advance(at - now());
  }
  advance(untilAt - now());
  await work();
}

function nextTargetAt({ tools }: Foundation): (at: number) => number | undefined {
  const next = tools.db.prepare<[number], { at: number | null }>(
    'SELECT min(next_at) AS at FROM targets WHERE next_at > ?',
  );
  return (at) => next.get(at)?.at ?? undefined;
}

function nextOutboxAt({ tools }: Foundation): (at: number) => number | undefined {
  const next = tools.db.prepare<[number], { at: number | null }>(
    "SELECT min(next_at) AS at FROM outbox WHERE next_at > ? AND state IN ('waiting', 'uncertain')",
  );
  return (at) => next.get(at)?.at ?? undefined;
}

export function defined<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('there is none');
  return value;
}
