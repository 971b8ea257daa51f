import type { ApprovalState, PostContent, PostTile } from '../../shared/contract/posts.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Review } from '../../shared/contract/review.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { PostWrite } from '../../shared/facts.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { presentReview } from './present-review.ts';
import type { ReviewUses } from './review-uses.ts';
import { reviewStore, type ApprovalRow } from './store.ts';
import { contentHash, watchPosts, type Writer } from './watch-posts.ts';

export type ReviewService = ReturnType<typeof reviewService>;

/** The second person's yes, the words between colleagues about a draft, and what became of it. */
export function reviewService(tools: FeatureTools, uses: ReviewUses) {
  const store = reviewStore(tools.db);
  const watch = watchPosts(tools, store, writer);
  const spoken = (language: Language | undefined): Language => language ?? tools.shopLanguage();

  function writer(): Writer {
    const needed = uses.needsApproval();
    if (!uses.isPersonAsking()) return { needsYes: needed, mayDecide: false };
    const me = uses.me();
    const mayDecide = me !== undefined && uses.mayApprove(me.role);
    return { id: me?.id, needsYes: needed && !mayDecide, mayDecide };
  }

  function contentOf(postId: string): PostContent {
    const content = uses.readContent(postId);
    if (!content) throw new Problem('not-found', { what: 'post' });
    return content;
  }

  function view(postId: string, language: Language | undefined): Review {
    contentOf(postId);
    return presentReview({ store, uses, say: tools.say }, postId, spoken(language));
  }

  function ask(postId: string, words: string): void {
    const { id } = uses.requirePlanner();
    contentOf(postId);
    const before = store.approval(postId);
    const row: ApprovalRow = {
      ...(before ?? { postId, authorId: id, contentHash: undefined }),
      state: 'asked',
      askedAt: tools.clock.now(),
      decidedBy: undefined,
      decidedAt: undefined,
      words,
    };
    store.putApproval(row);
    watch.note(postId, { kind: 'asked' }, id);
    tools.events.changed('posts');
  }

  /** Answers why not; undefined when it was done. */
  function approveOne(postId: string, language: Language): string | undefined {
    const me = uses.requireApprover();
    const content = uses.readContent(postId);
    const row = store.approval(postId);
    if (!content || !row) return tools.say(language, 'review:nothingToApprove');
    if (row.authorId !== undefined && row.authorId === me.id && me.role !== 'owner')
      return tools.say(language, 'review:ownPost');
    store.putApproval({
      ...row,
      state: 'approved',
      contentHash: contentHash(content),
      decidedBy: me.id,
      decidedAt: tools.clock.now(),
      words: '',
    });
    watch.note(postId, { kind: 'approved' }, me.id);
    return undefined;
  }

  function approve(postIds: readonly string[], language: Language) {
    const answer = { approved: [] as string[], refused: [] as { postId: string; text: string }[] };
    for (const postId of new Set(postIds)) {
      const text = approveOne(postId, language);
      if (text === undefined) answer.approved.push(postId);
      else answer.refused.push({ postId, text });
    }
    tools.events.changed('posts', 'targets');
    return answer;
  }

  function sendBack(postId: string, words: string): void {
    const { id } = uses.requireApprover();
    contentOf(postId);
    const row = store.approval(postId);
    if (!row) throw new Problem('nothing-to-approve');
    const at = tools.clock.now();
    store.putApproval({
      ...row,
      state: 'sent-back',
      contentHash: undefined,
      decidedBy: id,
      decidedAt: at,
      words,
    });
    watch.note(postId, { kind: 'sent-back', words }, id);
    tools.events.changed('posts', 'targets');
  }

  function addNote(postId: string, text: string): void {
    contentOf(postId);
    const personId = uses.me()?.id ?? null;
    store.addNote({ id: tools.newId(), postId, personId, text, at: tools.clock.now() });
    tools.events.changed('posts');
  }

  function resolveNote(noteId: string, resolved: boolean): { ok: true } {
    if (!store.note(noteId)) throw new Problem('not-found', { what: 'note' });
    store.resolveNote(noteId, resolved ? tools.clock.now() : null, uses.me()?.id ?? null);
    tools.events.changed('posts');
    return { ok: true };
  }

  function restoreText(postId: string, entryId: string): void {
    uses.requirePlanner();
    const entry = store.historyOf(postId).find((one) => one.id === entryId)?.entry;
    if (entry?.kind !== 'text') throw new Problem('not-found', { what: 'entry' });
    const content = contentOf(postId);
    const { network, before } = entry;
    const words =
      network === undefined
        ? { caption: before }
        : { captions: { ...content.captions, [network]: before } };
    uses.savePost({ ...content, ...words, postId });
  }

  function waiting(language?: Language): PostTile[] {
    const tiles = uses.tilesOf(store.askedPosts(), language);
    return tiles.toSorted((one, other) => (one.at ?? '~').localeCompare(other.at ?? '~'));
  }

  /** What waits for the yes of the person at the computer: not of who wrote it, unless the owner did. */
  function forMe(language?: Language): PostTile[] {
    const me = uses.me();
    if (me === undefined || !uses.mayApprove(me.role)) return [];
    const isMine = (postId: string) => store.approval(postId)?.authorId === me.id;
    return waiting(language).filter((tile) => me.role === 'owner' || !isMine(tile.id));
  }

  return {
    get: view,
    waiting,
    forMe,
    ask: (postId: string, words = '', clientId?: string, language?: Language): Review =>
      tools.applyOnce('review/ask', clientId, () => {
        ask(postId, words);
        return view(postId, language);
      }),
    approve(postIds: readonly string[], clientId?: string, language?: Language) {
      const answer = tools.applyOnce('review/approve', clientId, () =>
        approve(postIds, spoken(language)),
      );
      uses.wakePublishing();
      return answer;
    },
    sendBack: (postId: string, words: string, clientId?: string, language?: Language): Review =>
      tools.applyOnce('review/sendBack', clientId, () => {
        sendBack(postId, words);
        return view(postId, language);
      }),
    addNote: (postId: string, text: string, clientId?: string, language?: Language): Review =>
      tools.applyOnce('review/addNote', clientId, () => {
        addNote(postId, text);
        return view(postId, language);
      }),
    resolveNote: (noteId: string, resolved: boolean, clientId?: string) =>
      tools.applyOnce('review/resolveNote', clientId, () => resolveNote(noteId, resolved)),
    restoreText: (postId: string, entryId: string, clientId?: string, language?: Language) =>
      tools.applyOnce('review/restoreText', clientId, () => {
        restoreText(postId, entryId);
        return view(postId, language);
      }),
    /** For posts: told of each write, inside its transaction. */
    onWrite: (write: PostWrite) => watch.onWrite(write),
    /** For tiles; undefined where no yes is needed. */
    stateOf: (postId: string): ApprovalState | undefined => store.approval(postId)?.state,
    /** True while the content still lacks a second person's yes: then nothing of it goes out. */
    awaitsApproval(postId: string): boolean {
      const row = store.approval(postId);
      if (!row) return false;
      // Most posts need no yes: their content is not even read.
      const content = uses.readContent(postId);
      if (!content) return false;
      return row.state !== 'approved' || row.contentHash !== contentHash(content);
    },
    notePublished(postId: string, account: string): void {
      tools.transact(() => watch.note(postId, { kind: 'published', account }, undefined));
    },
  };
}
