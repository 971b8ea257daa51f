import { expect, it } from 'vitest';
import { fillYears, figuresOf } from '../../tests/support/keeping-fixture.ts';
import { openRecordsWorld } from '../../tests/support/records-fixture.ts';

const dayMs = 86_400_000;

it('removes what is too old in steps, goes on after a kill, and leaves what still waits', async () => {
  const world = openRecordsWorld();
  fillYears(world);
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
  const { kept, counted } = figuresOf(again);
  expect(kept).toEqual(counted);
  expect(again.tools.db.pragma('foreign_key_check')).toEqual([]);
  // The network still lists it; it does not come back.
  const back = { id: 'back', at: cutoff - dayMs, text: 'Un vieux mot' };
  expect(again.take('fb', 'p1', [back])).toMatchObject({ stored: 0 });
  expect(again.take('ig', 'p1', [back])).toMatchObject({ stored: 1 });
  await again.close();
});
