import type { Post } from '../../../../../shared/contract/posts.ts';
import type { Target } from '../../../../../shared/contract/publishing.ts';

/** Where customers see the post now. */
export function onlineTargets(post: Pick<Post, 'targets'> | undefined): Target[] {
  return (post?.targets ?? []).filter(
    (target) => target.state === 'published' && !isRemoved(target),
  );
}

/** Taken off the network, from here or there. */
export function isRemoved({ removedAt, live }: Pick<Target, 'removedAt' | 'live'>): boolean {
  return removedAt !== undefined || live?.isGone === true;
}

const done = new Set(['published', 'failed', 'cancelled']);

/** Nothing is being changed about it, and its network lets it be changed from here. */
export function isChangeable(target: Target): boolean {
  return target.remoteId !== undefined && (!target.change || done.has(target.change.state));
}
