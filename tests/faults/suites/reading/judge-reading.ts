import type { ReadingWorld } from './reading-world.ts';

type Told = Map<string, string>;

/** What the network holds, by the id of each comment, message and mention. */
function heldByNetwork({ network }: ReadingWorld): Record<string, Told> {
  const now = { at: Number.MAX_SAFE_INTEGER };
  const rows = (sql: string) =>
    new Map(network.prepare<unknown[], [string, string]>(sql).raw().all(now));
  const live = 'deleted_at IS NULL AND arrived_at <= @at';
  return {
    comments: rows(
      `SELECT id, message || '|' || hidden || '|' || own || '|' || liked_by_page || '|'
         || coalesce(parent_id, id) FROM comments WHERE ${live}`,
    ),
    messages: rows(
      `SELECT id, text || '|0|' || from_page || '|0|' || thread_id FROM thread_messages
       WHERE created_at <= @at AND thread_id <> ''`,
    ),
    mentions: rows("SELECT id, text || '|0|0|0|' || id FROM mentions WHERE created_at <= @at"),
  };
}

/** What the inbox holds, in the same words. */
function heldByInbox({ harness: { tools } }: ReadingWorld): Record<string, Told> {
  const rows = (kind: string, id: string) =>
    new Map(
      tools.db
        .prepare<[string], [string, string]>(
          `SELECT ${id}, c.text || '|' || c.hidden || '|' || c.mine || '|'
             || EXISTS (SELECT 1 FROM comment_likes WHERE comment_key = c.key) || '|' || t.top_remote_id
           FROM comments c JOIN threads t ON t.id = c.thread_id WHERE t.kind = ? AND c.deleted = 0`,
        )
        .raw()
        .all(kind),
    );
  const whole = 'c.full_remote_id';
  return {
    comments: rows('comment', 'c.remote_id'),
    messages: rows('message', whole),
    mentions: rows('mention', whole),
  };
}

/** The network's words for a mention are spelled by its bare id in the inbox. */
const bare = (id: string) => id.slice(id.lastIndexOf('_') + 1);
const spelled = (kind: string, told: string) =>
  kind === 'mentions' ? told.replace(/[^|]*$/, (id) => bare(id)) : told;

/** The first difference between the network and the inbox, in words; undefined when there is none. */
export function findDifference(world: ReadingWorld): string | undefined {
  const network = heldByNetwork(world);
  const inbox = heldByInbox(world);
  for (const [kind, held] of Object.entries(network)) {
    const here = inbox[kind] ?? new Map<string, string>();
    for (const [id, told] of held) {
      const known = here.get(id);
      if (known === undefined) return `${kind}: ${id} “${told}” is missing`;
      if (spelled(kind, known) !== spelled(kind, told))
        return `${kind}: ${id} is “${known}”, on the network “${told}”`;
    }
    for (const [id, known] of here)
      if (!held.has(id)) return `${kind}: ${id} “${known}” is gone on the network`;
  }
  return findMiscount(world);
}

/** The badges and the index of words agree with the rows. */
function findMiscount({ harness: { tools } }: ReadingWorld): string | undefined {
  const { db } = tools;
  const figure =
    db.prepare<[], number | null>('SELECT sum(n_all) FROM inbox_figures').pluck().get() ?? 0;
  const spoken = db
    .prepare<[], number>('SELECT count(*) FROM threads WHERE spoken = 1 AND spam = 0')
    .pluck()
    .get();
  if (figure !== spoken) return `the badge says ${figure}, the list has ${spoken}`;
  return undefined;
}

export function countHeld(world: ReadingWorld): number {
  return Object.values(heldByNetwork(world)).reduce((sum, held) => sum + held.size, 0);
}
