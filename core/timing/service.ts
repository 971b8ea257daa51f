import type { Language } from '../../shared/contract/shapes.ts';
import type { MovedPlanNote } from '../../shared/contract/timing.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { queueCases } from './queue.ts';
import { resultsReader } from './read-results.ts';
import { timingStore, type MovedPlan } from './store.ts';
import { suggester } from './suggest.ts';
import type { TimingUses } from './timing-uses.ts';

export type TimingService = ReturnType<typeof timingService>;

/** When posts go out: the order at the usual hours, times worth proposing, plans that moved. */
export function timingService(tools: FeatureTools, asked: Omit<TimingUses, 'isFixed'>) {
  const store = timingStore(tools.db);
  const uses: TimingUses = { ...asked, isFixed: store.isFixed };
  const suggest = suggester(tools, store, uses);

  /** Plans moved with the rules of their zone; what was removed or is over meanwhile is no news. */
  function moved(language: Language): MovedPlanNote[] {
    const rows = store.moved();
    const tiles = uses.tilesOf(
      rows.map((row) => row.postId),
      language,
    );
    return rows.flatMap(({ postId, from, to, noticedAt }) => {
      const tile = tiles.find((one) => one.id === postId);
      if (tile?.at === undefined || Date.parse(tile.at) !== to || from === to) return [];
      return {
        postId,
        title: tile.title,
        zone: tile.zone ?? '',
        wall: tile.wall ?? '',
        from: new Date(from).toISOString(),
        to: new Date(to).toISOString(),
        noticedAt: new Date(noticedAt).toISOString(),
      };
    });
  }

  return {
    ...queueCases(tools, uses),
    suggest: (accountIds: readonly string[], postId?: string, language?: Language) =>
      suggest(accountIds, postId, language ?? tools.shopLanguage()),
    moved: (language?: Language) => ({ items: moved(language ?? tools.shopLanguage()) }),
    putAwayMoved: (clientId?: string) =>
      tools.applyOnce('timing/putAwayMoved', clientId, () => {
        store.clearMoved();
        tools.events.changed('posts');
        return { ok: true as const };
      }),
    /** Keeps for a person to see what zone rules moved. */
    noteMoved: (plans: readonly MovedPlan[]): void =>
      tools.transact(() => plans.forEach((plan) => store.putMoved(plan, tools.clock.now()))),
    /** Reads results of own posts that are due to be read. */
    ...resultsReader(tools, store, uses),
  };
}
