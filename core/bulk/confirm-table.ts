import { Problem } from '../../shared/contract/problem.ts';
import type { NewPost } from '../../shared/contract/posts.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { BulkUses } from './bulk-uses.ts';
import type { LookedRow, LookOver } from './look-over.ts';
import { hasLevel } from './present.ts';
import type { BulkStore, SessionRow } from './store.ts';

export type Confirmed = { batchId: string; posts: number; scheduled: number; drafts: number };

/** Plans every row that was not left out, or none. Joins the transaction of the caller: a crash in its
 *  middle leaves the table as it was and no post (F85). */
export function confirmTable(
  { tools, store, uses }: { tools: FeatureTools; store: BulkStore; uses: BulkUses },
  session: SessionRow,
  looked: LookOver,
  language: Language,
): Confirmed {
  const taken = looked.rows.filter((row) => !row.stored.leftOut);
  const wrong = taken.filter((row) => hasLevel(row, 'error'));
  if (taken.length === 0) throw new Problem('table-empty', { name: session.name });
  if (wrong.length > 0)
    throw new Problem('table-not-ready', { count: wrong.length, row: wrong[0]?.stored.row ?? 0 });
  const name = tools.say(language, 'bulk:batch', { name: session.name });
  const made = uses.posts.createMany({ posts: taken.map(newPost), name }, undefined, language);
  store.close(session.id, 'confirmed', made.batchId);
  const scheduled = taken.filter((row) => row.reading.time).length;
  return {
    batchId: made.batchId,
    posts: taken.length,
    scheduled,
    drafts: taken.length - scheduled,
  };
}

/** The instant was settled when the row was read: of an hour that comes twice it is the one shown. */
function newPost({ reading }: LookedRow): NewPost {
  const { content, time } = reading;
  return time ? { content, at: new Date(time.at).toISOString(), zone: time.zone } : { content };
}
