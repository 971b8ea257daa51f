import type { FeatureTools } from '../db/feature-tools.ts';
import { answererStore, type AnswererStore } from './answerers.ts';
import { commentStore, type CommentStore } from './comment-store.ts';
import type { AtPoint } from '../db/kill-point.ts';
import { draftStore, type DraftStore } from '../db/draft-store.ts';
import type { InboxUses } from './inbox-uses.ts';
import { markStore, type MarkStore } from './mark-store.ts';
import { outboxStore, type OutboxStore } from './outbox-store.ts';
import { termStore, type TermStore } from './search/term-store.ts';
import { threadList, type ThreadList } from './thread-list.ts';
import { threadStore, type ThreadStore } from './thread-store.ts';
import { watchStore, type WatchStore } from './watch-store.ts';

/** What every part of the inbox works with. */
export type InboxParts = {
  tools: FeatureTools;
  uses: InboxUses;
  comments: CommentStore;
  threads: ThreadStore;
  answerers: AnswererStore;
  list: ThreadList;
  terms: TermStore;
  outbox: OutboxStore;
  marks: MarkStore;
  watch: WatchStore;
  drafts: DraftStore;
  /** Tells this run of the studio from earlier ones. */
  bootId: string;
  atPoint: AtPoint;
};

export function createInboxParts(
  tools: FeatureTools,
  uses: InboxUses,
  atPoint: AtPoint,
): InboxParts {
  const { db } = tools;
  return {
    tools,
    uses,
    comments: commentStore(db),
    threads: threadStore(db),
    answerers: answererStore(db),
    list: threadList(db),
    terms: termStore(db),
    outbox: outboxStore(db),
    marks: markStore(db),
    watch: watchStore(db),
    drafts: draftStore(db, 'reply_drafts'),
    bootId: tools.newId(),
    atPoint,
  };
}
