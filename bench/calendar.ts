import { createRouterClient } from '@orpc/server';
import { postsRoutes } from '../core/posts/routes.ts';
import { plannedTilesSql } from '../core/posts/store.ts';
import { createTargetStore } from '../core/publishing/store.ts';
import { assetFact } from '../tests/support/catalogue-fixture.ts';
import { openTestPosts, type TestPosts } from '../tests/support/posts-fixture.ts';
import { openTestTools, type TestTools } from '../tests/support/test-tools.ts';
import { compare, type BenchLine } from './measure.ts';

const monthFrom = '2030-03-01T00:00:00Z';
const monthTo = '2030-04-01T00:00:00Z';
/** Posts in the month that is asked for, the same in every library: three a day and some. */
const monthCount = 100;
const spanMonths = 100;
const targetCount = 100_000;
const hourMs = 3_600_000;

/** The calendar of a shop that has planned for years, and the next due second among many. */
export async function benchCalendar(): Promise<BenchLine[]> {
  const few = openLibrary(1);
  const many = openLibrary(spanMonths);
  try {
    return [await benchMonth(few, many), await benchMonthQuery(many), await benchNextDue()];
  } finally {
    few.tools.close();
    many.tools.close();
  }
}

type Library = { tools: TestTools; posts: TestPosts };

/** `monthCount` posts a month, `months` of them around the one that is asked for. */
function openLibrary(months: number): Library {
  const tools = openTestTools();
  const posts = openTestPosts(tools);
  for (let photo = 0; photo < 40; photo++)
    posts.catalogue.assets.set(`a${photo}`, assetFact(`a${photo}`));
  const from = Date.parse(monthFrom);
  const stepMs = Math.floor((Date.parse(monthTo) - from) / monthCount);
  const before = Math.floor(months / 3) * monthCount;
  tools.transact(() => {
    for (let index = 0; index < months * monthCount; index++) {
      const at = new Date(from + (index - before) * stepMs).toISOString();
      const { postId } = posts.create(contentOf(index));
      posts.schedule({ postId, at });
    }
  });
  return { tools, posts };
}

/** As long as what merchants write: a text, pictures with a description, a first comment. */
function contentOf(index: number) {
  const sentence = 'Les arums sont arrivés ce matin, prêts pour vos tables et vos vitrines. ';
  const media = [0, 1, 2].map((offset) => ({
    assetId: `a${(index + offset) % 40}`,
    alt: `${sentence}Vue ${offset + 1}.`,
  }));
  return {
    accountIds: ['fb', 'ig'],
    caption: `Arrivage ${index}\n${sentence.repeat(8)}`,
    captions: { instagram: `Arrivage ${index}\n${sentence.repeat(8)}#fleurs #lyon` },
    media,
    firstComment: sentence,
  };
}

function monthOf({ posts }: Library): () => Promise<void> {
  const client = createRouterClient(postsRoutes(posts), { context: { language: 'fr' as const } });
  return async () => {
    // As the window asks for a month: a few posts of each day, and how many there are.
    const { items, counts } = await client.calendar({ from: monthFrom, to: monthTo, perDay: 4 });
    if (counts?.planned !== monthCount) throw new Error(`${counts?.planned} posts counted`);
    if (items.length !== monthCount) throw new Error(`${items.length} posts in the month`);
  };
}

function benchMonth(few: Library, many: Library): Promise<BenchLine> {
  return compare({
    name: 'calendar-10000',
    target: 1.5,
    better: 'lower',
    rounds: 21,
    against: 'the same month of a library that holds nothing else',
    ours: repeat(20, monthOf(many)),
    yardstick: repeat(20, monthOf(few)),
  });
}

/** The month's own query, and the same over a table that has no index to read it from. */
function benchMonthQuery({ tools }: Library): Promise<BenchLine> {
  const scanned = openTestTools();
  copyPosts(tools, scanned);
  return compare({
    name: 'calendar-query',
    target: 100,
    better: 'higher',
    rounds: 9,
    against: 'a scan of the same posts',
    ours: repeat(20, queryMonth(tools)),
    yardstick: repeat(20, queryMonth(scanned)),
  }).finally(() => scanned.close());
}

function queryMonth({ db }: TestTools): () => Promise<void> {
  const query = db.prepare<[number, number], unknown>(plannedTilesSql);
  return () => {
    const rows = query.all(Date.parse(monthFrom), Date.parse(monthTo));
    if (rows.length !== monthCount) throw new Error(`${rows.length} posts in the month`);
    return Promise.resolve();
  };
}

function copyPosts(from: TestTools, to: TestTools): void {
  to.db.exec('DROP INDEX posts_calendar');
  to.db.prepare('ATTACH ? AS other').run(`${from.folder}/studio.db`);
  to.db.exec(`INSERT INTO posts SELECT * FROM other.posts;
    INSERT INTO targets SELECT * FROM other.targets`);
  to.db.exec('DETACH other');
}

/** What each tick asks: whose targets are due by now, and when the next one will be. */
async function benchNextDue(): Promise<BenchLine> {
  const tools = openTestTools();
  try {
    const now = fillTargets(tools);
    const store = createTargetStore(tools.db);
    const accounts = tools.db.prepare<[number], unknown>(
      'SELECT DISTINCT account_id FROM targets NOT INDEXED WHERE next_at <= ?',
    );
    const next = tools.db.prepare<[number], unknown>(
      'SELECT min(next_at) FROM targets NOT INDEXED WHERE next_at > ?',
    );
    return await compare({
      name: 'next-due',
      target: 200,
      better: 'higher',
      rounds: 9,
      against: `a scan of ${targetCount} targets`,
      ours: repeat(10, () => {
        if (store.dueAccounts(now).length !== 1) throw new Error('one account has work');
        if (store.nextAfter(now) !== now + hourMs) throw new Error('the next one is in an hour');
        return Promise.resolve();
      }),
      yardstick: repeat(10, () => {
        accounts.all(now);
        next.all(now);
        return Promise.resolve();
      }),
    });
  } finally {
    tools.close();
  }
}

/** One target is due at the answered instant, then one an hour for years. */
function fillTargets({ db, clock, transact }: TestTools): number {
  const now = clock.now();
  const insert = db.prepare(
    `INSERT INTO targets (id, post_id, account_id, network, role, due_at, claim, state, progress,
       next_at) VALUES (?, ?, ?, 'facebook', 'post', ?, 1, 'scheduled', '{"state":"scheduled"}', ?)`,
  );
  transact(() => {
    for (let hour = 0; hour < targetCount; hour++) {
      const at = now + hour * hourMs;
      insert.run(`t${hour}`, `p${hour}`, `account-${hour % 5}`, at, at);
    }
  });
  return now;
}

function repeat(times: number, work: () => Promise<void>): () => Promise<void> {
  return async () => {
    for (let round = 0; round < times; round++) await work();
  };
}
