import { z } from 'zod';
import { postContent, type PostContent } from '../../shared/contract/posts.ts';
import { repeatRule, type RepeatRule } from '../../shared/contract/repeats.ts';
import type { Db } from '../db/transact.ts';

const texts = z.array(z.string());

export type Series = {
  id: string;
  rule: RepeatRule;
  zone: string;
  content: PostContent;
  variants: string[];
};
export type OccurrenceState = 'made' | 'skipped' | 'held';
export type OccurrenceRow = {
  repeatId: string;
  date: string;
  state: OccurrenceState;
  postId: string | null;
  /** As the series wrote it; a higher one was written by a person. */
  postVersion: number | null;
  /** As the series planned it, on its clocks. */
  wall: string | null;
  reason: string | null;
};
type RawSeries = { id: string; rule: string; zone: string; content: string; variants: string };

const seriesColumns = 'id, rule, zone, content, variants';
const columns = `repeat_id AS repeatId, date, state, post_id AS postId, post_version AS postVersion,
  wall, reason`;

export type SeriesStore = ReturnType<typeof seriesStore>;

export function seriesStore(db: Db) {
  const all = db.prepare<[], RawSeries>(
    `SELECT ${seriesColumns} FROM repeats ORDER BY added_at, id`,
  );
  const one = db.prepare<[string], RawSeries>(`SELECT ${seriesColumns} FROM repeats WHERE id = ?`);
  const insert = db.prepare(
    `INSERT INTO repeats (id, rule, zone, content, variants, added_at)
     VALUES (@id, @rule, @zone, @content, @variants, @addedAt)`,
  );
  const update = db.prepare(
    'UPDATE repeats SET rule = @rule, content = @content, variants = @variants WHERE id = @id',
  );
  const rows = db.prepare<[string, string], OccurrenceRow>(
    `SELECT ${columns} FROM repeat_occurrences WHERE repeat_id = ? AND date >= ? ORDER BY date`,
  );
  const ofPost = db.prepare<[string], OccurrenceRow>(
    `SELECT ${columns} FROM repeat_occurrences WHERE post_id = ?`,
  );
  const put = db.prepare<[OccurrenceRow]>(
    `INSERT INTO repeat_occurrences (repeat_id, date, state, post_id, post_version, wall, reason)
     VALUES (@repeatId, @date, @state, @postId, @postVersion, @wall, @reason)
     ON CONFLICT (repeat_id, date) DO UPDATE SET state = excluded.state,
       post_id = excluded.post_id, post_version = excluded.post_version, wall = excluded.wall,
       reason = excluded.reason`,
  );
  const drop = db.prepare<[string, string]>(
    'DELETE FROM repeat_occurrences WHERE repeat_id = ? AND date = ?',
  );

  return {
    all: () => all.all().map(readSeries),
    find(id: string): Series | undefined {
      const row = one.get(id);
      return row && readSeries(row);
    },
    insert: (series: Series, addedAt: number) => insert.run({ ...written(series), addedAt }),
    update: (series: Series) => {
      const { zone: _, ...row } = written(series);
      update.run(row);
    },
    /** From `date` on, in order. */
    rows: (repeatId: string, date: string) => rows.all(repeatId, date),
    ofPost: (postId: string) => ofPost.get(postId),
    put: (row: OccurrenceRow) => put.run(row),
    drop: (repeatId: string, date: string) => drop.run(repeatId, date),
  };
}

function written({ id, rule, zone, content, variants }: Series) {
  return {
    id,
    zone,
    rule: JSON.stringify(rule),
    content: JSON.stringify(content),
    variants: JSON.stringify(variants),
  };
}

function readSeries({ id, zone, rule, content, variants }: RawSeries): Series {
  return {
    id,
    zone,
    rule: repeatRule.parse(JSON.parse(rule)),
    content: postContent.parse(JSON.parse(content)),
    variants: texts.parse(JSON.parse(variants)),
  };
}
