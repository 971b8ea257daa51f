import { foldText } from '../../../shared/rules/fold-text.ts';
import { instantToWall, settleWallTime } from '../../../shared/rules/zoned-time.ts';

export type SearchWord = {
  text: string;
  /** Words in quotes stand together and as they are; others may go on. */
  exact: boolean;
};

/** What is asked of a thread or a comment beside its words. */
export type SearchTrait =
  'unanswered' | 'unread' | 'done' | 'snoozed' | 'spam' | 'hidden' | 'deleted' | 'mine';

export type SearchQuery = {
  words: SearchWord[];
  /** None of these stands in it. */
  without: SearchWord[];
  /** Who wrote it. */
  from: string[];
  /** On which network or account. */
  on: string[];
  /** UTC ms: not before, and before. */
  sinceAt?: number;
  untilAt?: number;
  hasPhoto?: boolean;
  traits: SearchTrait[];
};

/** Operators in both languages; what is no operator is a word. */
const operators: Record<string, 'from' | 'on' | 'before' | 'after' | 'has' | 'is'> = {
  ...{ from: 'from', de: 'from', on: 'on', sur: 'on', before: 'before', avant: 'before' },
  ...{ after: 'after', since: 'after', apres: 'after', depuis: 'after' },
  ...{ has: 'has', avec: 'has', is: 'is', est: 'is' },
};

const traits: Record<string, SearchTrait> = {
  ...{ unanswered: 'unanswered', 'sans-reponse': 'unanswered', sansreponse: 'unanswered' },
  ...{ unread: 'unread', 'non-lu': 'unread', nonlu: 'unread' },
  ...{ done: 'done', fait: 'done', regle: 'done', snoozed: 'snoozed', reporte: 'snoozed' },
  ...{ spam: 'spam', indesirable: 'spam', hidden: 'hidden', masque: 'hidden' },
  ...{ deleted: 'deleted', supprime: 'deleted', mine: 'mine', 'a-moi': 'mine', amoi: 'mine' },
};

const photos = new Set(['photo', 'picture', 'image']);

/** An operator with its value, words in quotes, or one word; a minus before it turns it round. */
const piece = /(-?)(?:(\p{L}+):(?:"([^"]*)"|(\S+))|"([^"]*)"|(\S+))/gu;

/** Reads what a person typed into the search field. Nothing typed is an error: what is no operator, or an
 *  operator with a value it does not know, is looked for as words. Days are days of the shop's zone. */
export function readQuery(text: string, place: { zone: string; now: number }): SearchQuery {
  const query: SearchQuery = { words: [], without: [], from: [], on: [], traits: [] };
  for (const match of text.matchAll(piece)) {
    const [all, minus, name, quotedValue, bareValue, quoted] = match;
    const operator = name === undefined ? undefined : operators[foldText(name)];
    const value = quotedValue ?? bareValue ?? '';
    if (operator && minus === '' && applyOperator(query, operator, value, place)) continue;
    const list = minus === '-' ? query.without : query.words;
    if (quoted === undefined) list.push(...wordsOf(minus === '-' ? all.slice(1) : all));
    else list.push(...(wordsOf(quoted).length > 0 ? [{ text: quoted, exact: true }] : []));
  }
  return query;
}

/** Nothing that was typed can be looked for. */
export function asksNothing(query: SearchQuery): boolean {
  const { words, without, from, on, traits: asked, sinceAt, untilAt, hasPhoto } = query;
  const isNothing = [words, without, from, on, asked].every(({ length }) => length === 0);
  return isNothing && sinceAt === undefined && untilAt === undefined && hasPhoto !== true;
}

function wordsOf(text: string): SearchWord[] {
  const words = text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return words.map((word) => ({ text: word, exact: false }));
}

/** False when the value means nothing to the operator. */
function applyOperator(
  query: SearchQuery,
  operator: (typeof operators)[string],
  value: string,
  place: { zone: string; now: number },
): boolean {
  if (value.trim() === '') return false;
  if (operator === 'from' || operator === 'on') {
    query[operator].push(value);
    return true;
  }
  if (operator === 'has') {
    if (!photos.has(foldText(value))) return false;
    query.hasPhoto = true;
    return true;
  }
  if (operator === 'is') {
    const trait = traits[foldText(value)];
    if (trait) query.traits.push(trait);
    return trait !== undefined;
  }
  const day = readDay(value, place);
  if (!day) return false;
  // `after` a day means from the next one on, as `before` it leaves it out.
  if (operator === 'before') query.untilAt = Math.min(query.untilAt ?? Infinity, day.startAt);
  else query.sinceAt = Math.max(query.sinceAt ?? 0, day.endAt);
  return true;
}

const relativeDays: Record<string, number> = {
  ...{ today: 0, "aujourd'hui": 0, yesterday: -1, hier: -1 },
};
const dayMs = 86_400_000;

/** A day, month or year as people write it (`2026-11-03`, `3/11/2026`, `2026-11`, `2026`, `hier`), in UTC ms:
 *  its first instant and the first one after it. */
function readDay(
  text: string,
  { zone, now }: { zone: string; now: number },
): { startAt: number; endAt: number } | undefined {
  const folded = foldText(text);
  const relative = relativeDays[folded];
  const day =
    relative === undefined ? folded : instantToWall(now + relative * dayMs, zone).slice(0, 10);
  const turned = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(day);
  const match = turned
    ? [turned[3], turned[2], turned[1]]
    : /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(day)?.slice(1);
  if (!match) return undefined;
  const [year = '', month, dayOfMonth] = match;
  const first = Date.UTC(Number(year), Number(month ?? 1) - 1, Number(dayOfMonth ?? 1));
  const start = new Date(first);
  // 31/02 is no day.
  if (month !== undefined && start.getUTCMonth() !== Number(month) - 1) return undefined;
  const end = new Date(first);
  if (dayOfMonth !== undefined) end.setUTCDate(end.getUTCDate() + 1);
  else if (month === undefined) end.setUTCFullYear(end.getUTCFullYear() + 1);
  else end.setUTCMonth(end.getUTCMonth() + 1);
  const startAt = midnight(start, zone);
  const endAt = midnight(end, zone);
  return startAt === undefined || endAt === undefined ? undefined : { startAt, endAt };
}

function midnight(day: Date, zone: string): number | undefined {
  return settleWallTime(`${day.toISOString().slice(0, 10)}T00:00`, zone)?.at;
}
