import { join } from 'node:path';
import { newId } from '../../../core/db/new-id.ts';
import { openDatabase } from '../../../core/db/open-database.ts';
import { placeInstant } from '../../../shared/rules/zoned-time.ts';

const zone = 'Europe/Paris';

/** Writes planned posts into the library of a studio that is not running, evenly from `from` to `to`
 *  (UTC ms): a thousand at once is more than any hand could plan. */
export function fillCalendar(
  dataDir: string,
  account: { id: string; network: string },
  { count, from, to }: { count: number; from: number; to: number },
): void {
  const db = openDatabase(join(dataDir, 'studio.db'));
  const post = db.prepare(
    `INSERT INTO posts (id, content, title, version, plan_at, plan_wall, plan_zone, content_print,
       created_at, updated_at, account_ids)
     VALUES (@id, @content, @title, 1, @at, @wall, @zone, @id, @from, @from, @accountIds)`,
  );
  const target = db.prepare(
    `INSERT INTO targets (id, post_id, account_id, network, role, due_at, claim, state, progress,
       next_at) VALUES (?, ?, ?, ?, 'post', ?, 1, 'scheduled', '{"state":"scheduled"}', ?)`,
  );
  db.transaction(() => {
    for (let index = 0; index < count; index++) {
      const id = newId();
      const at = from + Math.floor((index * (to - from)) / count / 60_000) * 60_000;
      const title = `Arrivage ${index + 1}`;
      const content = { accountIds: [account.id], caption: title, media: [], kind: 'post' };
      post.run({
        id,
        content: JSON.stringify(content),
        title,
        at,
        wall: placeInstant(at, zone).wall,
        zone,
        from,
        accountIds: JSON.stringify([account.id]),
      });
      target.run(newId(), id, account.id, account.network, at, at);
    }
  }).immediate();
  db.close();
}
