import { Problem } from '../../shared/contract/problem.ts';
import { insertChange, isOpenChange, lastChange } from './change-rows.ts';
import type { EngineParts } from './engine-parts.ts';
import { followWithdrawal } from './handing-over.ts';
import { nextProgress } from './next-progress.ts';
import type { TargetRow } from './store.ts';

export type Changing = {
  /** Each answers the post it is about. */
  changeText(targetId: string, text: string): string;
  deletePublished(targetId: string): string;
  cancelChange(targetId: string): string;
};

/** What can be done about a post that customers see already. */
export function createChanging(parts: EngineParts): Changing {
  const { targets, tools } = parts;

  function begin(row: TargetRow, role: 'text' | 'deletion', text = ''): string {
    const recipe = role === 'text' ? 'change-text' : 'delete-published';
    insertChange(parts, row, role, { recipe, text });
    tools.events.changed('targets', 'posts');
    return row.postId;
  }

  return {
    changeText(targetId, text) {
      const row = findPublished(parts, targetId);
      refuseTextChange(row);
      return begin(row, 'text', withLink(parts, row, text));
    },
    deletePublished(targetId) {
      const row = findPublished(parts, targetId);
      if (row.content?.recipe === 'facebook-story') throw new Problem('change-unsupported-story');
      return begin(row, 'deletion');
    },
    cancelChange(targetId) {
      const row = targets.find(targetId);
      const change = lastChange(parts, targetId, 'text', 'deletion');
      if (!row || !change) throw new Problem('not-found', { targetId });
      const { progress, accepted } = nextProgress(change.progress, { type: 'cancelled' });
      if (!accepted) throw new Problem('change-running');
      targets.decide(change.id, progress, { dueAt: change.dueAt });
      tools.events.changed('targets', 'posts');
      return row.postId;
    },
  };
}

function findPublished(parts: EngineParts, targetId: string): TargetRow {
  const row = parts.targets.find(targetId);
  if (!row || row.role !== 'post') throw new Problem('not-found', { targetId });
  const isThere = row.progress.state === 'published' && row.removedAt === undefined;
  if (!isThere || !row.remoteId) throw new Problem('change-not-published');
  const running = lastChange(parts, targetId, 'text', 'deletion');
  if (running && isOpenChange(running)) throw new Problem('change-running');
  return row;
}

function refuseTextChange(row: TargetRow): void {
  if (row.network === 'instagram') throw new Problem('change-unsupported-instagram');
  if (row.content?.recipe === 'facebook-story') throw new Problem('change-unsupported-story');
}

/** A link that went into the words stays in them. */
function withLink(parts: EngineParts, row: TargetRow, text: string): string {
  const link = parts.uses.readPost(row.postId)?.link;
  const isInWords = link && !row.content?.link && row.content?.text.includes(link);
  return isInWords && !text.includes(link) ? [text, link].filter(Boolean).join('\n\n') : text;
}

/** What a change of another target means for it, in the transaction in which it came about. */
export function followChange(parts: EngineParts, change: TargetRow): void {
  if (change.role === 'withdrawal') return followWithdrawal(parts, change);
  if (change.progress.state !== 'published') return;
  const row = parts.targets.find(change.parentId ?? '');
  if (!row) return;
  if (change.role === 'deletion') parts.targets.setRemoved(row.id, parts.now());
  else if (change.role === 'text') keepWords(parts, row, change.content?.text ?? '');
}

/** The copy follows what customers see now. */
function keepWords(parts: EngineParts, row: TargetRow, text: string): void {
  if (!row.content) return;
  parts.targets.saveWords(row.id, { ...row.content, text });
  const link = parts.uses.readPost(row.postId)?.link;
  const words = link && text.endsWith(`\n\n${link}`) ? text.slice(0, -link.length - 2) : text;
  parts.uses.wordsChanged?.(row.postId, row.network, words);
}
