import { setImmediate } from 'node:timers/promises';
import type { CommentsWish } from '../../shared/contract/records.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import { placeInstant } from '../../shared/rules/zoned-time.ts';
import { csvLines, csvMark } from '../tables/write-table.ts';
import type { CommentFact, RecordsUses } from './records-uses.ts';

/** Columns of a file of comments, in their order; `records:column.<name>` is what stands above them. */
export const commentColumns = [
  ...['time', 'network', 'account', 'author', 'authorId', 'text', 'written', 'state', 'photo'],
  ...['intent', 'language', 'post', 'thread', 'comment', 'parent'],
] as const;

const quarterMs = 15 * 60_000;

/** Writes instants as `2026-11-26T18:30:05+01:00`: exact, and by the clocks of the shop. */
export function createExactTime(): (at: number, zone: string) => string {
  // Clocks are changed at quarters of an hour; neighbours of a list mostly share one offset.
  const known = new Map<string, { quarter: number; offset: Offset }>();
  return (at, zone) => {
    const quarter = Math.floor(at / quarterMs);
    let last = known.get(zone);
    if (last?.quarter !== quarter) {
      last = { quarter, offset: offsetOf(at, zone) };
      known.set(zone, last);
    }
    const { shiftMs, text } = last.offset;
    return new Date(at + shiftMs).toISOString().slice(0, 19) + text;
  };
}

type Offset = { shiftMs: number; text: string };

function offsetOf(at: number, zone: string): Offset {
  const { offset } = placeInstant(at, zone);
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d\d):(\d\d)/.exec(offset) ?? [];
  const shiftMs = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60_000 : 60_000);
  return { shiftMs, text: `${sign}${hours}:${minutes}` };
}

export type CommentLine = {
  comment: CommentFact;
  postRemoteId: string;
  intent: string | null;
  language: string | null;
};

/** The cells of comments as a person reads them. */
export function commentCells(uses: RecordsUses, language: Language) {
  const { say } = uses.tools;
  const exactTime = createExactTime();
  const accounts = new Map(uses.listAccounts().map((account) => [account.id, account]));
  const zones = new Map(
    uses.listShops().flatMap(({ zone, accountIds }) => accountIds.map((id) => [id, zone] as const)),
  );
  const usualZone = uses.zone();
  const word = (key: string) => say(language, `records:${key}`);
  const states = {
    deleted: word('state.deleted'),
    hidden: word('state.hidden'),
    visible: word('state.visible'),
  };
  const sides = { ours: word('written.shop'), theirs: word('written.customer') };
  const networks = { facebook: 'Facebook', instagram: 'Instagram' };
  const yes = word('yes');
  return ({ comment, intent, language: spoken, postRemoteId }: CommentLine): string[] => {
    const account = accounts.get(comment.accountId);
    const state = comment.deleted ? 'deleted' : comment.hidden ? 'hidden' : 'visible';
    return [
      exactTime(comment.createdAt, zones.get(comment.accountId) ?? usualZone),
      account ? networks[account.network] : '',
      account?.name ?? '',
      comment.fromName,
      comment.fromId ?? '',
      comment.text,
      comment.mine ? sides.ours : sides.theirs,
      states[state],
      comment.attachmentUrl === null ? '' : yes,
      intent ?? '',
      spoken === 'unknown' ? '' : (spoken ?? ''),
      postRemoteId,
      comment.threadId,
      comment.fullRemoteId,
      comment.parentRemoteId ?? '',
    ];
  };
}

export const separatorOf = (language: Language) => (language === 'fr' ? ';' : ',');

/** What stands above the columns, with the mark of the file's encoding. */
export function commentHead(uses: RecordsUses, language: Language): string {
  const names = commentColumns.map((name) => uses.tools.say(language, `records:column.${name}`));
  return csvMark + csvLines([names], separatorOf(language));
}

export type Piece = { text: string; lines: number; progressFrac: number };

/** The text of a file of comments, piece by piece: never more of it in memory than a step. */
export async function* commentPieces(
  uses: RecordsUses,
  wish: CommentsWish,
  language: Language,
): AsyncGenerator<Piece> {
  const total = Math.max(1, uses.inbox.count());
  const cells = commentCells(uses, language);
  const separator = separatorOf(language);
  yield { text: commentHead(uses, language), lines: 0, progressFrac: 0 };
  let read = 0;
  const { since, until, ...filter } = wish;
  const sinceAt = since === undefined ? undefined : Date.parse(since);
  const untilAt = until === undefined ? undefined : Date.parse(until);
  for (const step of uses.inbox.steps({ ...filter, sinceAt, untilAt })) {
    read += step.read;
    const lines = step.items.map(cells);
    const piece = lines.length === 0 ? '' : csvLines(lines, separator);
    yield { text: piece, lines: lines.length, progressFrac: Math.min(0.99, read / total) };
    await setImmediate();
  }
}
