import { postContent, type PostContent } from '../../shared/contract/posts.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { EvergreenPool } from '../../shared/contract/repeats.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import { firstLine } from '../../shared/rules/caption.ts';
import { fillHours, type PoolParts } from './fill-hours.ts';
import type { Entry, Pool } from './pool-store.ts';

export type PoolSettings = Omit<Pool, 'id'> & { poolId?: string | undefined };
export type EntryChange = {
  entryId: string;
  content?: PostContent | undefined;
  variants: string[];
};

/** Pools of posts that fill the usual hours which nothing else takes. */
export function poolCases(parts: PoolParts) {
  const { tools, store, uses } = parts;

  function find(poolId: string): Pool {
    const pool = store.pool(poolId);
    if (!pool) throw new Problem('not-found', { what: 'pool' });
    return pool;
  }

  function findEntry(entryId: string): Entry {
    const entry = store.entry(entryId);
    if (!entry) throw new Problem('not-found', { what: 'pool' });
    return entry;
  }

  function view(pool: Pool, language: Language = tools.shopLanguage()): EvergreenPool {
    const used = store.uses(pool.id);
    const now = tools.clock.now();
    const { maxUses, ...rest } = pool;
    return {
      ...rest,
      ...(maxUses !== undefined && { maxUses }),
      entries: store.entries(pool.id).map(({ id, content, variants }) => {
        const own = used.filter((use) => use.entryId === id);
        const lastAt = own.at(-1)?.slotAt;
        const thumbUrl = content.media[0] && uses.thumbOf(content.media[0].assetId);
        return {
          id,
          title: firstLine(content.caption) || tools.say(language, 'posts:untitled'),
          variants,
          uses: own.length,
          ...(thumbUrl !== undefined && { thumbUrl }),
          ...(lastAt !== undefined && { lastAt: new Date(lastAt).toISOString() }),
        };
      }),
      coming: uses
        .tilesOf(
          used.filter((use) => use.slotAt > now).map((use) => use.postId),
          language,
        )
        .filter((tile) => tile.at !== undefined),
    };
  }

  /** Writes, fills what is free, and shows what came of it. */
  function write(poolId: string, work: () => void, language?: Language): EvergreenPool {
    work();
    const pool = find(poolId);
    fillHours(parts, pool);
    tools.events.changed('posts');
    return view(pool, language);
  }

  function save({ poolId = tools.newId(), ...settings }: PoolSettings, isNew: boolean) {
    if (!isNew) find(poolId);
    return write(poolId, () => store.putPool({ ...settings, id: poolId }, tools.clock.now()));
  }

  function add(poolId: string, postId: string, variants: readonly string[]): EvergreenPool {
    find(poolId);
    const content = postContent.parse(uses.readPost(postId));
    const entry = { id: tools.newId(), poolId, content, variants: [...variants] };
    return write(poolId, () => store.putEntry(entry, tools.clock.now()));
  }

  function change({ entryId, content, variants }: EntryChange): EvergreenPool {
    const entry = findEntry(entryId);
    const next = { ...entry, content: content ?? entry.content, variants };
    return write(entry.poolId, () => store.putEntry(next, tools.clock.now()));
  }

  return {
    pools: (language?: Language) => ({ items: store.pools().map((pool) => view(pool, language)) }),
    savePool: (settings: PoolSettings, clientId?: string) =>
      tools.applyOnce('repeats/savePool', clientId, () =>
        save(settings, settings.poolId === undefined),
      ),
    removePool: (poolId: string, clientId?: string) =>
      tools.applyOnce('repeats/removePool', clientId, () => {
        find(poolId);
        store.removePool(poolId, tools.clock.now());
        tools.events.changed('posts');
        return { ok: true as const };
      }),
    addToPool: (poolId: string, postId: string, variants: readonly string[], clientId?: string) =>
      tools.applyOnce('repeats/addToPool', clientId, () => add(poolId, postId, variants)),
    changeEntry: (asked: EntryChange, clientId?: string) =>
      tools.applyOnce('repeats/changeEntry', clientId, () => change(asked)),
    removeFromPool: (entryId: string, clientId?: string) =>
      tools.applyOnce('repeats/removeFromPool', clientId, () => {
        const { poolId } = findEntry(entryId);
        return write(poolId, () => store.removeEntry(entryId, tools.clock.now()));
      }),
    /** Fills the free hours of the next days; answers how many posts were made. */
    fillAll: (): number =>
      store.pools().reduce((sum, pool) => sum + tools.transact(() => fillHours(parts, pool)), 0),
  };
}
