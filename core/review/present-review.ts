import type { HistoryEntry, PostNote, Review } from '../../shared/contract/review.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import { speakTime } from '../../shared/rules/speak-time.ts';
import type { Say } from '../db/feature-tools.ts';
import type { ReviewUses } from './review-uses.ts';
import type { ApprovalRow, HistoryFact, HistoryRow, NoteRow, ReviewStore } from './store.ts';

type Parts = { store: ReviewStore; uses: ReviewUses; say: Say };

const iso = (at: number): string => new Date(at).toISOString();

/** What a window shows of a post's approval, notes and past. */
export function presentReview(parts: Parts, postId: string, language: Language): Review {
  const { store, uses, say } = parts;
  const nameless = say(language, 'review:nameless');
  const who = (id: string | null | undefined) =>
    id ? { id, name: uses.nameOf(id) ?? nameless } : { name: nameless };
  const approval = store.approval(postId);
  const me = uses.me();
  const isOwn = approval?.authorId !== undefined && approval.authorId === me?.id;
  const mayDecide = me !== undefined && uses.mayApprove(me.role) && (!isOwn || me.role === 'owner');
  return {
    ...(approval && { approval: presentApproval(approval, who) }),
    notes: store.notesOf(postId).map((row) => presentNote(row, who)),
    history: store.historyOf(postId).map((row) => presentEntry(row, who, language, say)),
    may: {
      ask: approval?.state === 'needed' || approval?.state === 'sent-back',
      decide: mayDecide && approval !== undefined && approval.state !== 'approved',
    },
  };
}

type Who = (id: string | null | undefined) => { id?: string; name: string };

function presentApproval(row: ApprovalRow, who: Who): NonNullable<Review['approval']> {
  return {
    state: row.state,
    author: who(row.authorId),
    words: row.words,
    ...(row.askedAt !== undefined && { askedAt: iso(row.askedAt) }),
    ...(row.decidedAt !== undefined && {
      decidedBy: who(row.decidedBy),
      decidedAt: iso(row.decidedAt),
    }),
  };
}

function presentNote(
  { id, personId, text, at, resolvedAt, resolvedBy }: NoteRow,
  who: Who,
): PostNote {
  return {
    id,
    person: who(personId),
    text,
    at: iso(at),
    ...(resolvedAt !== null && { resolved: { by: who(resolvedBy), at: iso(resolvedAt) } }),
  };
}

function presentEntry(
  { id, personId, at, entry }: HistoryRow,
  who: Who,
  language: Language,
  say: Say,
): HistoryEntry {
  return {
    id,
    person: who(personId),
    at: iso(at),
    kind: entry.kind,
    text: say(language, `review:history.${entry.kind}`, wordsOf(entry, language, say)),
    ...changeOf(entry),
  };
}

function changeOf(entry: HistoryFact): Pick<HistoryEntry, 'change'> {
  if (entry.kind !== 'text') return {};
  const { before, after, network } = entry;
  return { change: { before, after, ...(network && { network }) } };
}

/** Params of the sentence; times read as they were chosen. */
function wordsOf(entry: HistoryFact, language: Language, say: Say): Record<string, unknown> {
  switch (entry.kind) {
    case 'planned':
      return { when: wallWords(entry.wall, language) };
    case 'moved':
      return { from: wallWords(entry.from, language), when: wallWords(entry.wall, language) };
    case 'text':
      return {
        context: entry.network === undefined ? undefined : 'network',
        network: entry.network && say(language, `review:network.${entry.network}`),
      };
    default:
      return { ...entry };
  }
}

/** A wall time has no zone to turn it: it is written as it stands. */
function wallWords(wall: string, language: Language): string {
  return speakTime(Date.parse(`${wall.slice(0, 16)}:00Z`), 'UTC', language);
}
