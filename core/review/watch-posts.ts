import { createHash } from 'node:crypto';
import type { PostContent } from '../../shared/contract/posts.ts';
import type { PostState, PostWrite } from '../../shared/facts.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { describeChange, type ChangeEntry } from './describe-change.ts';
import type { HistoryFact, ReviewStore } from './store.ts';

/** Who writes; `id` is absent for an owner without a name, and for what the studio does by itself. */
export type Writer = {
  id?: string | undefined;
  needsYes: boolean;
  mayDecide: boolean;
};

/** Words typed within this time by one person are one change. */
const oneSittingMs = 10 * 60_000;

/** What an approval is about: any other content needs another yes. */
export function contentHash(content: PostContent): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

/** Keeps history and approvals in step with every write of a post, inside its transaction. */
export function watchPosts(
  tools: Pick<FeatureTools, 'clock' | 'newId'>,
  store: ReviewStore,
  writer: () => Writer,
) {
  function note(postId: string, entry: HistoryFact, by: string | undefined): void {
    const at = tools.clock.now();
    if (entry.kind === 'text' && joinSitting(postId, entry, by, at)) return;
    store.addEntry({ id: tools.newId(), postId, personId: by ?? null, entry, at });
  }

  /** Goes on with the last entry when the same person is still writing the same text. */
  function joinSitting(
    postId: string,
    entry: ChangeEntry & { kind: 'text' },
    by: string | undefined,
    at: number,
  ): boolean {
    const last = store.lastEntry(postId);
    if (last?.entry.kind !== 'text' || last.personId !== (by ?? null)) return false;
    if (last.entry.network !== entry.network || at - last.at > oneSittingMs) return false;
    if (last.entry.before === entry.after) store.removeEntry(last.id);
    else store.changeEntry(last.id, { ...entry, before: last.entry.before }, at);
    return true;
  }

  function settleApproval({ postId, after, kind }: PostWrite, by: Writer): void {
    if (!after) return;
    const before = store.approval(postId);
    const isPlanned = after.planWall !== undefined;
    if (!before) {
      if (by.needsYes) store.putApproval(firstApproval(postId, after, by.id));
      return;
    }
    const hash = contentHash(after.content);
    if (before.state === 'approved' && before.contentHash !== hash) {
      // Who may say yes says it with the change; anybody else's change needs another one.
      if (by.mayDecide) return store.putApproval({ ...before, contentHash: hash });
      note(postId, { kind: 'withdrawn' }, by.id);
      return store.putApproval({ ...before, ...waiting(isPlanned) });
    }
    const isOpen = before.state === 'needed' || before.state === 'sent-back';
    if (kind === 'planned' && isPlanned && isOpen)
      store.putApproval({ ...before, ...waiting(true) });
  }

  /** What was approved word for word needs no second yes, as the next of a series. */
  function firstApproval(postId: string, after: PostState, authorId: string | undefined) {
    const hash = contentHash(after.content);
    const isKnown = store.isApproved(hash);
    return {
      ...blank(postId, authorId),
      ...(isKnown
        ? { state: 'approved' as const, contentHash: hash, askedAt: undefined }
        : waiting(after.planWall !== undefined)),
    };
  }

  /** With a time it is as good as asked: it would go out. */
  function waiting(isPlanned: boolean) {
    return isPlanned
      ? { state: 'asked' as const, askedAt: tools.clock.now() }
      : { state: 'needed' as const, askedAt: undefined };
  }

  return {
    note,
    onWrite(write: PostWrite): void {
      const by = writer();
      for (const entry of entriesOf(write)) note(write.postId, entry, by.id);
      settleApproval(write, by);
    },
  };
}

function blank(postId: string, authorId: string | undefined) {
  return {
    postId,
    authorId,
    contentHash: undefined,
    decidedBy: undefined,
    decidedAt: undefined,
    words: '',
  };
}

function entriesOf({ kind, before, after }: PostWrite): ChangeEntry[] {
  switch (kind) {
    case 'saved':
      return before && after ? describeChange(before.content, after.content) : [];
    case 'planned': {
      const [from, to] = [before?.planWall, after?.planWall];
      if (to === undefined) return from === undefined ? [] : [{ kind: 'unplanned' }];
      const zone = after?.planZone ?? '';
      if (from === undefined) return [{ kind: 'planned', wall: to, zone }];
      return from === to ? [] : [{ kind: 'moved', from, wall: to, zone }];
    }
    default:
      return [{ kind }];
  }
}
