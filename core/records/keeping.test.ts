import { expect, it } from 'vitest';
import { createDice } from '../../tests/faults/suites/dice.ts';
import { openRecordsWorld, type RecordsWorld } from '../../tests/support/records-fixture.ts';

const dayMs = 86_400_000;
const said = ['rose', 'tulipe', 'géranium', 'arum', 'lys', 'pivoine'];

/** 900 comments of three years in conversations of both accounts, some answered, put aside or done. */
function fill(world: RecordsWorld): void {
  const dice = createDice(8);
  for (let page = 0; page < 9; page += 1) {
    const account = dice.pick(['fb', 'ig']);
    const comments = Array.from({ length: 100 }, (_, index) => {
      const at = world.time.now - dice.below(1100) * dayMs - dice.below(dayMs);
      const parentId = dice.chance(0.4) ? `${page}t${dice.below(100)}` : undefined;
      return {
        id: `${page}t${index}`,
        at,
        text: `${dice.pick(said)} mot${page}x${index}`,
        from: `Client ${dice.below(60)}`,
        ...(parentId && { parentId }),
        ...(dice.chance(0.2) && { mine: true }),
      };
    });
    world.take(account, `p${page}`, comments);
  }
  const { items } = world.inbox.threads({ limit: 200 });
  const some = (frac: number) =>
    items.filter(() => dice.chance(frac)).map(({ threadId }) => threadId);
  world.inbox.markDone({ threadIds: some(0.3), done: true });
  world.inbox.markSpam({ threadIds: some(0.1), spam: true });
}

/** Everything that is kept beside the rows, beside what they say themselves. */
function figures({ tools, parts }: RecordsWorld) {
  const { db } = tools;
  const kept = parts.list.figures();
  const recount = (condition: string) =>
    db.prepare(`SELECT count(*) FROM threads t WHERE ${condition}`).pluck().get();
  const terms = db.prepare('SELECT term FROM inbox_terms ORDER BY term').pluck().all();
  db.exec("CREATE VIRTUAL TABLE temp.standing USING fts5vocab('main', 'comments_words', 'row')");
  const standing = db.prepare('SELECT term FROM temp.standing ORDER BY term').pluck().all();
  db.exec('DROP TABLE temp.standing');
  const open = 't.done = 0 AND t.spam = 0 AND t.snoozed_until IS NULL';
  return {
    kept: { all: kept.of('all'), unanswered: kept.of('unanswered'), spam: kept.of('spam'), terms },
    counted: {
      all: recount('t.spoken = 1 AND t.spam = 0'),
      unanswered: recount(`t.waits = 1 AND ${open}`),
      spam: recount('t.spam = 1'),
      terms: standing,
    },
  };
}

it('removes what is too old in steps, goes on after a kill, and leaves what still waits', async () => {
  const world = openRecordsWorld();
  fill(world);
  const { db } = world.tools;
  const cutoff = Date.parse('2025-11-24T08:12:00Z');
  const old = db
    .prepare<[], { key: string; thread: string }>(
      `SELECT CAST(key AS TEXT) AS key, thread_id AS thread FROM comments
       WHERE account_id = 'fb' AND created_at < ${cutoff} AND mine = 0 ORDER BY key`,
    )
    .all();
  const [noted, ordered, answered] = [old[0], old[9], old[19]];
  world.inbox.reply({ commentId: answered?.key ?? '', text: 'Bientôt', clientId: 'waits' });
  db.prepare(
    "INSERT INTO thread_notes (id, thread_id, text, at) VALUES ('n', ?, 'À rappeler', 1)",
  ).run(noted?.thread);
  db.prepare(
    `INSERT INTO order_drafts (id, account_id, thread_id, person_name, title, quantity, state, created_at,
       updated_at) VALUES ('o', 'fb', ?, 'Ana', 'Pot', 1, 'open', 1, 1)`,
  ).run(ordered?.thread);
  const held = [noted, ordered, answered].map((one) => `'${one?.thread}'`).join(', ');
  const count = (where: string) =>
    Number(db.prepare(`SELECT count(*) FROM comments WHERE ${where}`).pluck().get());
  const tooOld = `account_id = 'fb' AND created_at < ${cutoff}`;
  const expected = count(`${tooOld} AND thread_id NOT IN (${held})`);
  const heldOnes = count(`${tooOld} AND thread_id IN (${held})`);
  const others = count(`NOT (${tooOld})`);
  const preview = await world.records.previewKeeping('first', 12);
  expect(preview).toMatchObject({ comments: expected, held: heldOnes });
  expect(expected).toBeGreaterThan(100);

  world.records.setKeeping({ shopId: 'first', months: 12 });
  // Closed after its first step, as a studio that is ended.
  await world.close(true);
  const again = openRecordsWorld(world.dataDir);
  const after = (where: string) =>
    Number(again.tools.db.prepare(`SELECT count(*) FROM comments WHERE ${where}`).pluck().get());
  expect(again.records.keeping().rules[0]).toMatchObject({ months: 12, running: true });
  expect(after(tooOld)).toBeGreaterThan(heldOnes);
  again.records.tick(again.time.now);
  await again.records.keptIdle();

  expect(after(tooOld)).toBe(heldOnes);
  expect(after(`NOT (${tooOld})`)).toBe(others);
  const [rule, lyon] = again.records.keeping().rules;
  expect(rule).toMatchObject({ running: false, last: { comments: expected } });
  expect(lyon).not.toHaveProperty('months');
  const { kept, counted } = figures(again);
  expect(kept).toEqual(counted);
  expect(again.tools.db.pragma('foreign_key_check')).toEqual([]);
  // The network still lists it; it does not come back.
  const back = { id: 'back', at: cutoff - dayMs, text: 'Un vieux mot' };
  expect(again.take('fb', 'p1', [back])).toMatchObject({ stored: 0 });
  expect(again.take('ig', 'p1', [back])).toMatchObject({ stored: 1 });
  await again.close();
});
