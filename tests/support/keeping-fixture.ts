import { createDice } from '../faults/suites/dice.ts';
import type { RecordsWorld } from './records-fixture.ts';

const dayMs = 86_400_000;
const said = ['rose', 'tulipe', 'géranium', 'arum', 'lys', 'pivoine'];

/** 900 comments of three years in conversations of both accounts, some answered, put aside or done. */
export function fillYears(world: RecordsWorld): void {
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
export function figuresOf({ tools, parts }: RecordsWorld) {
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
