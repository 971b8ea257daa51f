import type { Check, NewPost, UndoneBatch } from '../../shared/contract/posts.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { Say } from '../db/feature-tools.ts';
import { createKillPoint, type AtPoint } from '../db/kill-point.ts';
import { batchStore, type BatchItem } from './batch-store.ts';
import type { writeDrafts } from './draft-writing.ts';
import type { planning } from './planning.ts';
import type { PostParts } from './post-parts.ts';

export type NewBatch = { posts: readonly NewPost[]; name?: string | undefined };
export type MadeBatch = {
  batchId: string;
  items: { postId: string; version: number; checks: Check[] }[];
};

type Writing = Pick<ReturnType<typeof writeDrafts>, 'create'>;
type Plans = Pick<ReturnType<typeof planning>, 'schedule' | 'remove' | 'restore'>;
type Refusal = { index: number; code: string; text: string };

const mostNamed = 50;

/** Many posts in one step, all or none, and the one step that takes them back. */
export function batches(
  { tools, store, uses }: PostParts,
  { create, schedule, remove, restore }: Writing & Plans,
  atPoint: AtPoint = createKillPoint(),
) {
  const kept = batchStore(tools.db);
  const spoken = (language: Language | undefined): Language => language ?? tools.shopLanguage();

  function makeOne({ content, ...time }: NewPost, language: Language) {
    const made = create(content, undefined, language);
    const at = time.at ?? time.wall;
    const { zone, disambiguation } = time;
    if (at !== undefined)
      schedule({ postId: made.postId, at, zone, disambiguation }, undefined, language);
    atPoint('batch.post');
    return made;
  }

  /** Every post is tried, so that all that is wrong is told at once; then nothing is kept. */
  function makeAll({ posts, name = '' }: NewBatch, language: Language): MadeBatch {
    const refusals: Refusal[] = [];
    const items: MadeBatch['items'] = [];
    for (const [index, post] of posts.entries()) {
      try {
        items.push(makeOne(post, language));
      } catch (error) {
        refusals.push({ index, ...sayRefusal(error, tools.say, language) });
      }
    }
    refuseAny(refusals);
    const batchId = tools.newId();
    const postIds = items.map((item) => item.postId);
    kept.insert({ id: batchId, name, createdAt: tools.clock.now() }, postIds);
    return { batchId, items };
  }

  function findBatch(batchId: string) {
    const batch = kept.find(batchId);
    if (!batch) throw new Problem('not-found', { what: 'batch' });
    return batch;
  }

  function undo(batchId: string, language: Language): UndoneBatch {
    const batch = findBatch(batchId);
    const answer: UndoneBatch = { changed: 0, stayed: [] };
    for (const item of kept.items(batchId)) {
      const row = store.find(item.postId);
      // Someone removed it before: the batch has no more to do with it.
      if (!row) continue;
      const text = isOut(item.postId)
        ? tools.say(language, 'posts:batch.out')
        : refused(() => remove(item.postId), language);
      if (text !== undefined) {
        answer.stayed.push({ postId: row.id, title: row.title, text });
        continue;
      }
      kept.setItem(batchId, { ...item, removed: true, plan: row.plan });
      answer.changed += 1;
    }
    if (batch.undoneAt === null) kept.setUndone(batchId, tools.clock.now());
    return answer;
  }

  /** Out, or on its way out: then it stays whole. */
  const isOut = (postId: string): boolean =>
    uses.targets.isLocked(postId) ||
    uses.targets.list({ postId }).some((target) => target.state === 'published');

  function redo(batchId: string, language: Language): UndoneBatch {
    findBatch(batchId);
    const answer: UndoneBatch = { changed: 0, stayed: [] };
    for (const item of kept.items(batchId)) {
      if (!item.removed || store.isRemoved(item.postId) !== 1) continue;
      const { postId } = item;
      restore(postId);
      kept.setItem(batchId, { ...item, removed: false, plan: undefined });
      answer.changed += 1;
      const text = planAgain(item, language);
      if (text === undefined) continue;
      answer.stayed.push({ postId, title: store.find(postId)?.title ?? '', text });
    }
    kept.setUndone(batchId, null);
    return answer;
  }

  /** What stands against the time it had; then it comes back as a draft. */
  function planAgain({ postId, plan }: BatchItem, language: Language): string | undefined {
    if (!plan) return undefined;
    if (plan.at < tools.clock.now()) return tools.say(language, 'posts:batch.past');
    const at = new Date(plan.at).toISOString();
    const { zone } = plan;
    return refused(() => schedule({ postId, at, zone }, undefined, language), language);
  }

  function refused(work: () => unknown, language: Language): string | undefined {
    try {
      work();
      return undefined;
    } catch (error) {
      return sayRefusal(error, tools.say, language).text;
    }
  }

  return {
    createMany: (batch: NewBatch, clientId?: string, language?: Language): MadeBatch =>
      tools.applyOnce('posts/createMany', clientId, () => makeAll(batch, spoken(language))),
    undoBatch: (batchId: string, clientId?: string, language?: Language): UndoneBatch =>
      tools.applyOnce('posts/undoBatch', clientId, () => undo(batchId, spoken(language))),
    redoBatch: (batchId: string, clientId?: string, language?: Language): UndoneBatch =>
      tools.applyOnce('posts/redoBatch', clientId, () => redo(batchId, spoken(language))),
    /** The newest batches, for a list with their undo. */
    listBatches: (limit = 20) =>
      kept.newest(limit).map(({ id, name, createdAt, undoneAt, posts }) => ({
        batchId: id,
        name,
        at: new Date(createdAt).toISOString(),
        posts,
        undone: undoneAt !== null,
      })),
  };
}

/** The first thing a network would refuse, else the sentence of the problem. */
export function sayRefusal(error: unknown, say: Say, language: Language): Omit<Refusal, 'index'> {
  if (!(error instanceof Problem)) throw error;
  const { code, params } = error;
  const { first } = params;
  if (typeof first === 'string') return { code, text: first };
  const texts = ['posts', 'app'].map((name) =>
    say(language, `problems-${name}:${code}.what`, params),
  );
  return { code, text: texts.find((text) => text !== `${code}.what`) ?? '' };
}

function refuseAny(refusals: readonly Refusal[]): void {
  const [first] = refusals;
  if (!first) return;
  throw new Problem('batch-refused', {
    count: refusals.length,
    index: first.index,
    number: first.index + 1,
    code: first.code,
    first: first.text,
    posts: refusals.slice(0, mostNamed),
  });
}
