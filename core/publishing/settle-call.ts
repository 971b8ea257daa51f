import { move, type EngineParts } from './engine-parts.ts';
import { freezeComment } from './frozen-content.ts';
import type { SettledBy } from './call-store.ts';
import type { TargetRow } from './store.ts';

export type Publication = {
  intentId: string;
  by: SettledBy;
  remoteId?: string | undefined;
  permalink?: string | undefined;
  traceId?: string | undefined;
  /** When the network showed it, where that was not now. */
  publishedAt?: number | undefined;
};

/** How long the words under a post may come after it. */
const commentGraceMs = 24 * 3_600_000;

/** Receipt and state in one transaction; the first comment becomes a job of its own with it. */
export function settlePublished(
  parts: EngineParts,
  row: TargetRow,
  publication: Publication,
): TargetRow | undefined {
  const { tools, targets, calls } = parts;
  const at = parts.now();
  return tools.transact(() => {
    const published = move(parts, row, { type: 'published' }, at);
    if (!published) return undefined;
    calls.settle(publication.intentId, 'done', publication.by, at);
    calls.receipt(publication.intentId, publication.remoteId, publication.traceId, at);
    const shownAt = publication.publishedAt ?? at;
    targets.savePublication(row.id, shownAt, publication.remoteId, publication.permalink);
    if (row.role === 'post') {
      announce(parts, row, publication.remoteId);
      addFirstComment(parts, row, at);
    }
    return published;
  });
}

/** The inbox begins to watch what was published as soon as its id is known. */
export function announce(parts: EngineParts, row: TargetRow, remoteId: string | undefined): void {
  if (!remoteId) return;
  const { id: targetId, postId, accountId } = row;
  parts.tools.events.emit({ type: 'target-published', targetId, postId, accountId, remoteId });
}

function addFirstComment(parts: EngineParts, row: TargetRow, at: number): void {
  if (!row.content?.firstComment || parts.targets.childOf(row.id)) return;
  parts.targets.insert({
    id: parts.tools.newId(),
    postId: row.postId,
    accountId: row.accountId,
    network: row.network,
    role: 'first-comment',
    parentId: row.id,
    dueAt: at,
    graceMs: commentGraceMs,
    content: freezeComment(row.content),
    nextAt: at,
  });
}
