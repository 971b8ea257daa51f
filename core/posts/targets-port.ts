import type { Target } from '../../shared/contract/publishing.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { FullDay, PostFact } from '../../shared/facts.ts';

/** What posts asks of publishing. A post owns its plan; the targets (post × account) belong to
 *  publishing. Everything here is synchronous and joins the transaction of the caller. */
export type TargetsPort = {
  /** Makes or moves the targets of a post: one for each of its accounts, due at `dueAt` (UTC ms).
   *  Accounts that left the post lose their target; published ones stay as they are. `now` claims
   *  at once and settles `missed`. */
  plan(post: PostFact, dueAt: number, graceMs: number, options?: { now?: boolean }): Target[];
  /** Cancels what has not made its visible call yet; answers all targets of the post. */
  cancel(postId: string): Target[];
  /** With reasons and questions in `language`, the shop's unless given. */
  list(which: { postId: string } | { postIds: string[] }, language?: Language): Target[];
  /** True while a visible call may be on its way (publishing, uncertain): then nothing changes. */
  isLocked(postId: string): boolean;
  /** Accounts of the post that take nothing more at a time; the post itself is not counted. */
  fullDays(post: PostFact, at: number): FullDay[];
};
