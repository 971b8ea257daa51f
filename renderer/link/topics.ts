import type { Topic } from '../../shared/contract/app.ts';

/** What a change of anything that pictures show may change of a batch. */
const shownInBatches = [
  ['batches', 'outlook'],
  ['batches', 'rows'],
] as const;

/** Which answers may differ once a topic changed: whole features, or single procedures. */
export const readersOf: Record<Topic, readonly (readonly string[])[]> = {
  // Without its account a filter lacks something.
  accounts: [
    ['accounts'],
    ['app', 'info'],
    ['today'],
    ['inbox', 'filters'],
    ['inbox', 'filterCounts'],
  ],
  automation: [['automation']],
  backups: [['app', 'backups']],
  // Exports are told with them.
  batches: [['batches'], ['exports', 'get']],
  bulk: [['bulk']],
  campaigns: [['campaigns'], ['posts']],
  catalogue: [
    ['catalogue'],
    ['library'],
    ['alt'],
    ['series'],
    ['today'],
    ['studio', 'preview'],
    ['films', 'list'],
    ['films', 'changed'],
    ['inbox', 'thread'],
    ...shownInBatches,
  ],
  clips: [
    ['films', 'preview'],
    ['films', 'copies'],
  ],
  creations: [
    ['creations'],
    ['films', 'list'],
    ['films', 'batches'],
    ['films', 'changed'],
    ['films', 'encoders'],
    ['library'],
    ['studio', 'creations'],
    ['media'],
    ['catalogue', 'usedIn'],
    // Its counts too: how many were edited by hand.
    ['batches', 'get'],
    ...shownInBatches,
  ],
  // Only the list marks them; the box itself knows what is typed.
  drafts: [['inbox', 'threads']],
  filters: [
    ['inbox', 'filters'],
    ['inbox', 'filterCounts'],
  ],
  inbox: [
    ['inbox'],
    ['automation', 'morning'],
    ['automation', 'overdue'],
    ['automation', 'log'],
    ['campaigns'],
    ['today'],
    ['app', 'counters'],
  ],
  jobs: [['jobs'], ['films', 'list'], ['app', 'counters']],
  library: [['library']],
  // A picture that waits for the line is asked for again.
  line: [
    ['app', 'info'],
    ['customerPictures', 'look'],
  ],
  media: [
    ['media'],
    ['library'],
    ['catalogue'],
    ['photoWork'],
    ['duplicates'],
    ['watch'],
    ['alt'],
    ...shownInBatches,
  ],
  orders: [['orders'], ['automation', 'log']],
  outbox: [['inbox'], ['automation', 'log'], ['app', 'counters']],
  posts: [
    ['posts'],
    ['library'],
    ['review'],
    ['series'],
    ['repeats'],
    ['timing'],
    ['campaigns'],
    ['today'],
    ['catalogue', 'usedIn'],
    ['app', 'counters'],
  ],
  savedReplies: [['savedReplies'], ['inbox', 'suggest'], ['inbox', 'fillReplies']],
  records: [
    ['records', 'run'],
    ['records', 'keeping'],
    ['records', 'receipts'],
  ],
  series: [['series']],
  shop: [
    ['shop'],
    ['inbox', 'filters'],
    ['inbox', 'filterCounts'],
    ['automation', 'overdue'],
    ['teamwork', 'answerTimes'],
    ['brand', 'get'],
    ['brand', 'fonts'],
    ['series'],
    ['timing'],
    ['app', 'info'],
    ['studio', 'preview'],
    ['films', 'list'],
    ['films', 'changed'],
    ['films', 'preview'],
    ['pictures', 'store'],
    ...shownInBatches,
  ],
  snippets: [['snippets']],
  // Whoever is at the computer has threads and mentions of their own.
  team: [['team'], ['review'], ['posts'], ['inbox'], ['teamwork'], ['customers'], ['today']],
  // Who wears a tag stands in the list of the tag.
  teamwork: [['teamwork'], ['customers'], ['inbox', 'threads'], ['inbox', 'filterCounts']],
  targets: [
    ['publishing'],
    ['library'],
    ['posts'],
    ['series'],
    ['repeats'],
    ['timing'],
    ['campaigns'],
    ['today'],
    ['catalogue', 'usedIn'],
    ['app', 'counters'],
  ],
};

/** The query keys to ask again after `topics` changed, each once. */
export function staleKeys(topics: Iterable<Topic>): string[][] {
  const paths = new Map<string, string[]>();
  for (const topic of topics)
    for (const path of readersOf[topic]) paths.set(path.join('/'), [...path]);
  return [...paths.values()];
}
