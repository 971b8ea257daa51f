import { filterSql, type ThreadFilter } from '../thread-filter.ts';
import { threadColumns } from '../thread-store.ts';
import type { SearchQuery, SearchTrait } from './read-query.ts';

const traitConditions: Record<SearchTrait, string> = {
  unanswered: 't.waits = 1 AND t.done = 0',
  unread: 't.unread = 1',
  done: 't.done = 1',
  snoozed: 't.snoozed_until IS NOT NULL',
  spam: 't.spam = 1',
  hidden: 'c.hidden = 1',
  deleted: 'c.deleted = 1',
  mine: 't.assignee_id = @me',
};

/** What a comment `c` of a thread `t` has to be, beside holding the words. */
function conditionsOf(query: SearchQuery, filter: ThreadFilter): string[] {
  // Spam is out of every view but its own; asked for by name it is looked for there.
  const isSpam = query.traits.includes('spam') && filter.view === 'all';
  return [
    'c.key < @before AND c.key >= @since',
    ...(query.traits.includes('deleted') ? [] : ['c.deleted = 0']),
    ...(query.hasPhoto ? ['c.attachment_url IS NOT NULL'] : []),
    ...query.traits.map((trait) => traitConditions[trait]),
    ...(query.without.length > 0
      ? [
          `NOT EXISTS (SELECT 1 FROM comments_words n
             WHERE n.comments_words MATCH @without AND n.rowid = c.key)`,
        ]
      : []),
    filterSql({ ...filter, view: isSpam ? 'spam' : filter.view }),
  ];
}

/** Comments that fit, newest first, with their threads: read in the order of the index of words, or of the
 *  comments where no word is sought. */
export function findSql(query: SearchQuery, filter: ThreadFilter, hasWords: boolean): string {
  const source = hasWords
    ? 'comments_words w CROSS JOIN comments c ON c.key = w.rowid'
    : 'comments c';
  const key = hasWords ? 'w.rowid' : 'c.key';
  const conditions = [
    ...(hasWords ? ['comments_words MATCH @match', 'w.rowid < @before AND w.rowid >= @since'] : []),
    ...conditionsOf(query, filter),
  ];
  return `SELECT ${threadColumns}, c.key AS foundKey, c.text AS foundText FROM ${source}
    CROSS JOIN threads t ON t.id = c.thread_id WHERE ${conditions.join(' AND ')}
    ORDER BY ${key} DESC LIMIT @limit`;
}

/** Whether a thread has a comment that fits from `@from` on: then a page before has shown it. */
export function shownSql(query: SearchQuery, filter: ThreadFilter, hasWords: boolean): string {
  const conditions = [
    'c.thread_id = @thread AND c.key >= @from',
    ...(hasWords
      ? [
          `EXISTS (SELECT 1 FROM comments_words w
             WHERE w.comments_words MATCH @match AND w.rowid = c.key)`,
        ]
      : []),
    ...conditionsOf(query, filter),
  ];
  return `SELECT 1 FROM comments c CROSS JOIN threads t ON t.id = c.thread_id
    WHERE ${conditions.join(' AND ')} LIMIT 1`;
}
