import type { OutboxItem } from '../../shared/contract/inbox-deeds.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { InboxParts } from './inbox-parts.ts';
import { hasNotLeft, mayEdit } from './outbox-rows.ts';
import type { OutboxRow } from './outbox-store.ts';
import { holdOf, pictureOf } from './present-deeds.ts';
import { questionOf, reasonOf } from './present-thread.ts';
import { snippetOf } from './summarise-thread.ts';

const worded = new Set<OutboxRow['kind']>(['reply', 'private-reply', 'message', 'edit', 'block']);

/** Everything that waits, in the order in which it was written, and what was refused lately. */
export function presentItems(
  parts: InboxParts,
  rows: readonly OutboxRow[],
  language: Language,
): OutboxItem[] {
  const begun = new Set<string>();
  return rows.map((row) => {
    const isOpen = row.state !== 'refused';
    const isBehind = isOpen && begun.has(row.threadId);
    if (isOpen) begun.add(row.threadId);
    return presentItem(parts, row, isBehind, language);
  });
}

function presentItem(
  parts: InboxParts,
  row: OutboxRow,
  isBehind: boolean,
  language: Language,
): OutboxItem {
  const { threads, uses, comments } = parts;
  const question = questionOf(parts, row, language);
  const waitsFor = reasonOf(parts, row, language);
  const thread = threads.find(row.threadId);
  const about = comments.find(row.commentKey);
  const account = uses.readAccount(row.accountId);
  const isSwitch = row.kind === 'hide' || row.kind === 'like' || row.kind === 'block';
  return {
    id: row.id,
    kind: row.kind,
    threadId: row.threadId,
    accountId: row.accountId,
    commentId: String(row.commentKey),
    ...(worded.has(row.kind) ? { text: row.text } : {}),
    person: thread?.personName ?? '',
    state: row.state,
    createdAt: new Date(row.createdAt).toISOString(),
    ...(thread ? { network: thread.network } : {}),
    ...(account ? { account: account.name } : {}),
    ...(isSwitch ? { on: row.kind === 'hide' ? row.hidden : row.isOn } : {}),
    ...(about ? { commentText: snippetOf(about.text) } : {}),
    ...pictureOf(parts, row),
    ...holdOf(parts, row),
    ...(isBehind ? { behind: true } : {}),
    canWithdraw: hasNotLeft(row) || row.state === 'refused',
    canEdit: hasNotLeft(row) && mayEdit(row),
    ...(waitsFor ? { waitsFor } : {}),
    ...(question ? { question } : {}),
  };
}
