import { join } from 'node:path';
import type { GraphResult } from 'graph-api-client';
import type { PracticeNetwork } from 'practice-network';
import type { InboxComment, OutboxItem, Thread } from '../../../shared/contract/inbox.ts';
import type { AccountFact, PublishedPostFact } from '../../../shared/facts.ts';
import type { AtPoint } from '../../../core/db/kill-point.ts';
import { createInbox, type InboxService } from '../../../core/inbox/service.ts';
import { createMediaFactory } from '../../support/media-factory.ts';
import {
  openNetwork,
  practiceControl,
  type LedgerEntry,
  type PracticeControl,
} from '../../support/practice.ts';
import { openTestTools, type TestTools } from '../../support/test-tools.ts';
import { createFixtureUses, type Fixture, type FixtureUses } from './fixture-uses.ts';

export const secondMs = 1_000;
export const minuteMs = 60_000;
export const dayMs = 86_400_000;

export type Harness = {
  tools: TestTools;
  network: PracticeNetwork;
  control: PracticeControl;
  facebook: AccountFact;
  instagram: AccountFact;
  fixture: Fixture;
  uses: FixtureUses;
  inbox: InboxService;
  /** A post of ours that is out: its id on the network. */
  publish(account: AccountFact, caption: string): Promise<string>;
  /** As a customer; answers the comment's id on the network. */
  say(object: string, message: string, from?: string, createdTime?: string): Promise<string>;
  sync(): ReturnType<InboxService['sync']>;
  /** Sends and reads what is due now. */
  tick(): Promise<void>;
  /** Lets the clock run in steps of a tick, doing what is due. */
  pass(ms: number, stepMs?: number): Promise<void>;
  threadOf(person: string): Thread;
  comment(text: string): InboxComment;
  /** Answers the newest word of a person; the outbox id. */
  reply(person: string, text: string): string;
  /** The outbox item, also when it is sent. */
  item(id: string): Pick<OutboxItem, 'state' | 'question' | 'waitsFor'>;
  /** What customers could see of us, in order. */
  effects(kind?: string): Promise<LedgerEntry[]>;
  restart(): InboxService;
  close(): Promise<void>;
};

/** The real inbox on a real database, against a practice network of its own over HTTP; both live by
 *  the test's clock. */
export async function openHarness(
  options: { seed?: number; atPoint?: AtPoint } = {},
): Promise<Harness> {
  const tools = openTestTools();
  const network = await openNetwork({
    dataDir: join(tools.folder, 'network'),
    seed: options.seed ?? 1,
    readClock: () => tools.clock.now(),
  });
  const control = practiceControl(network.ready);
  const { facebook, instagram } = accountsOf(network);
  const fixture: Fixture = { ready: network.ready, accounts: [facebook, instagram], published: [] };
  const uses = createFixtureUses(fixture, () => tools.clock.now());
  const open = () => createInbox(tools, uses, options.atPoint ?? (() => {}));
  const harness: Harness = {
    tools,
    network,
    control,
    facebook,
    instagram,
    fixture,
    uses,
    inbox: open(),
    publish: (account, caption) => publishPost(harness, account, caption),
    say: (object, message, from = 'Emma Wright', createdTime) =>
      control.addComment({ object, message, from, ...(createdTime && { createdTime }) }),
    sync: () => harness.inbox.sync(),
    tick: () => harness.inbox.tick(tools.clock.now()),
    pass: (ms, stepMs = 15 * secondMs) => passTime(harness, ms, stepMs),
    ...looking(() => harness),
    effects: async (kind) =>
      (await control.ledger()).filter(
        (entry) => entry.by === 'api' && (kind === undefined || entry.kind === kind),
      ),
    restart() {
      harness.inbox = open();
      return harness.inbox;
    },
    async close() {
      await harness.inbox.close();
      await network.close();
      tools.close();
      if (uses.reports.length > 0) throw uses.reports[0];
    },
  };
  return harness;
}

function looking(get: () => Harness): Pick<Harness, 'threadOf' | 'comment' | 'reply' | 'item'> {
  const threadOf = (person: string): Thread => {
    const { items } = get().inbox.threads({ limit: 200 });
    const found = items.find((thread) => thread.person.name === person);
    if (!found)
      throw new Error(
        `no thread of ${person} among ${items.map((one) => one.person.name).join(', ')}`,
      );
    return found;
  };
  return {
    threadOf,
    comment(text) {
      const all = get()
        .inbox.threads({ limit: 200 })
        .items.flatMap((thread) => thread.comments);
      const found = all.find((comment) => comment.text === text);
      if (!found) throw new Error(`no comment “${text}”`);
      return found;
    },
    reply(person, text) {
      const to = threadOf(person).comments.findLast((comment) => !comment.mine);
      const { inbox, tools } = get();
      const clientId = tools.newId();
      return inbox.reply({ commentId: to?.commentId ?? '', text, clientId }).replyId;
    },
    item(id) {
      const open = get()
        .inbox.outbox('fr')
        .find((one) => one.id === id);
      if (open) return open;
      const row = get()
        .tools.db.prepare<[string], { state: OutboxItem['state'] }>(
          'SELECT state FROM outbox WHERE id = ?',
        )
        .get(id);
      if (!row) throw new Error(`no outbox item ${id}`);
      return row;
    },
  };
}

export function must<T>(result: GraphResult<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

async function publishPost(
  harness: Harness,
  account: AccountFact,
  caption: string,
): Promise<string> {
  const client = harness.uses.client();
  const remoteId =
    account.network === 'facebook'
      ? must(await client.createPost({ pageId: account.remoteId, message: caption })).postId
      : await publishPicture(harness, caption);
  const post: PublishedPostFact = {
    postId: harness.tools.newId(),
    accountId: account.id,
    remoteId,
    publishedAt: harness.tools.clock.now(),
    title: caption,
    caption,
    productIds: [],
  };
  harness.fixture.published.push(post);
  return remoteId;
}

async function publishPicture(
  { tools, uses, instagram }: Harness,
  caption: string,
): Promise<string> {
  const client = uses.client();
  const filePath = await createMediaFactory(join(tools.folder, 'files')).jpeg(
    'photo.jpg',
    1080,
    1080,
  );
  const pageId = instagram.pageRemoteId;
  const { photoId } = must(await client.uploadPhoto({ pageId, filePath, temporary: true }));
  const imageUrl = must(await client.readPhoto(photoId)).images[0]?.url ?? '';
  const igId = instagram.remoteId;
  const { containerId } = must(await client.createImageContainer({ igId, imageUrl, caption }));
  tools.advance(5 * secondMs);
  return must(await client.publishContainer({ igId, containerId })).mediaId;
}

async function passTime(harness: Harness, ms: number, stepMs: number): Promise<void> {
  const untilAt = harness.tools.clock.now() + ms;
  await harness.tick();
  while (harness.tools.clock.now() < untilAt) {
    harness.tools.advance(Math.min(stepMs, untilAt - harness.tools.clock.now()));
    await harness.tick();
  }
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
      ...shared,
    },
  };
}
