import type { EngineParts } from './engine-parts.ts';
import type { FrozenContent } from './frozen-content.ts';
import { isPending } from './next-progress.ts';
import type { TargetRow } from './store.ts';
import { lockedStates } from './target-progress.ts';

export type ChangeRole = 'text' | 'deletion' | 'withdrawal';

/** A change of what a target has on the network is a target of its own under it, due at once. */
export function insertChange(
  parts: EngineParts,
  parent: TargetRow,
  role: ChangeRole,
  content: Pick<FrozenContent, 'recipe' | 'text'>,
): void {
  const at = parts.now();
  parts.targets.insert({
    id: parts.tools.newId(),
    postId: parent.postId,
    accountId: parent.accountId,
    network: parent.network,
    role,
    parentId: parent.id,
    dueAt: at,
    content: { ...content, title: parent.content?.title ?? '', media: [] },
    nextAt: at,
  });
}

/** Still to be done, or perhaps being done. */
export function isOpenChange({ progress }: TargetRow): boolean {
  return isPending(progress) || (lockedStates as readonly string[]).includes(progress.state);
}

/** The newest change of a target, of these kinds. */
export function lastChange(
  parts: EngineParts,
  targetId: string,
  ...roles: ChangeRole[]
): TargetRow | undefined {
  return parts.targets
    .changesOf(targetId)
    .find((row) => (roles as readonly string[]).includes(row.role));
}
