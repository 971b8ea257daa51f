import type { InboxComment } from '../../../../shared/contract/inbox.ts';
import type { ThreadNote } from '../../../../shared/contract/teamwork.ts';

export type FlowItem =
  { kind: 'comment'; comment: InboxComment; index: number } | { kind: 'note'; note: ThreadNote };

/** What was said and what colleagues noted, by time. Comments keep their order; a note stands before the first
 *  of them that came later. Of a conversation whose beginning is not shown, its notes are not either. */
export function weaveNotes(
  comments: readonly InboxComment[],
  notes: readonly ThreadNote[],
  isBeginningShown: boolean,
): FlowItem[] {
  const first = comments[0]?.createdAt;
  const shown =
    isBeginningShown || first === undefined ? notes : notes.filter(({ at }) => at >= first);
  const items: FlowItem[] = [];
  let next = 0;
  const addNotes = (until?: string) => {
    for (let note = shown[next]; note; note = shown[(next += 1)]) {
      if (until !== undefined && note.at >= until) return;
      items.push({ kind: 'note', note });
    }
  };
  comments.forEach((comment, index) => {
    addNotes(comment.createdAt);
    items.push({ kind: 'comment', comment, index });
  });
  addNotes();
  return items;
}
