import { Problem } from '../../shared/contract/problem.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { Queue } from '../../shared/contract/timing.ts';
import { usualSlots } from '../../shared/rules/calendar-grid.ts';
import type { PlacedTime } from '../../shared/rules/zoned-time.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { PlannedFact, TimingPlace, TimingUses } from './timing-uses.ts';

export type QueueOf = { shopId?: string | undefined; accountId?: string | undefined };

/** No queue is longer. */
const horizonMs = 366 * 86_400_000;

type Line = {
  place: TimingPlace;
  /** The usual hours up to that of the last queued post. */
  slots: PlacedTime[];
  /** What stands at them and may change places. */
  queued: { post: PlannedFact; slot: PlacedTime }[];
  /** Hours that something else holds. */
  held: Set<number>;
};

/** The posts that stand at the usual hours of a shop or an account: in which order, and where one is
 *  missing. What was planned at another time by hand, or comes again by itself, is none of it. */
export function queueCases(tools: FeatureTools, uses: TimingUses) {
  function readLine({ shopId, accountId }: QueueOf): Line {
    const place =
      accountId === undefined ? uses.placeOfShop(shopId ?? 'first') : uses.placeOf([accountId]);
    const now = tools.clock.now();
    const planned = uses
      .plannedBetween(now + 1, now + horizonMs)
      .filter((post) => post.queueId === place.queueId);
    const last = planned.at(-1)?.at ?? now;
    const slots = usualSlots(place.usualTimes, place.zone, now + 1, last + 1);
    const slotAt = new Map(slots.map((slot) => [slot.at, slot]));
    const taken = new Set<number>();
    const queued = planned.flatMap((post) => {
      const slot = slotAt.get(post.at);
      // Two posts may have been planned for one hour by hand: the first stands in the queue.
      const isQueued =
        slot && post.state === 'scheduled' && !uses.isFixed(post.postId) && !taken.has(post.at);
      taken.add(post.at);
      return isQueued ? [{ post, slot }] : [];
    });
    const own = new Set(queued.map(({ slot }) => slot.at));
    const held = new Set([...taken].filter((at) => !own.has(at)));
    const lastQueued = queued.at(-1)?.slot.at ?? 0;
    return { place, slots: slots.filter(({ at }) => at <= lastQueued), queued, held };
  }

  function view({ place, slots, queued, held }: Line, language: Language): Queue {
    const own = new Set(queued.map(({ slot }) => slot.at));
    const tiles = new Map(
      uses
        .tilesOf(
          queued.map(({ post }) => post.postId),
          language,
        )
        .map((tile) => [tile.id, tile]),
    );
    return {
      zone: place.zone,
      items: queued.flatMap(({ post, slot }) => {
        const tile = tiles.get(post.postId);
        return tile ? [{ post: tile, ...shown(slot) }] : [];
      }),
      gaps: slots.filter(({ at }) => !own.has(at) && !held.has(at)).map(shown),
    };
  }

  function place(postId: string, slot: PlacedTime, zone: string, language: Language): void {
    uses.schedulePost(postId, new Date(slot.at).toISOString(), zone, language);
  }

  function move(
    { postId, to, ...which }: QueueOf & { postId: string; to: 'earlier' | 'later' },
    language: Language,
  ): Queue {
    const line = readLine(which);
    const index = line.queued.findIndex(({ post }) => post.postId === postId);
    if (index < 0) throw new Problem('not-found', { what: 'post' });
    const one = line.queued[index];
    const other = line.queued[to === 'earlier' ? index - 1 : index + 1];
    if (!one || !other) throw new Problem('queue-edge');
    place(one.post.postId, other.slot, line.place.zone, language);
    place(other.post.postId, one.slot, line.place.zone, language);
    return view(readLine(which), language);
  }

  function closeGaps(which: QueueOf, language: Language): Queue & { moved: number } {
    const { slots, queued, held, place: where } = readLine(which);
    const free = slots.filter((slot) => !held.has(slot.at));
    let moved = 0;
    for (const [index, { post, slot }] of queued.entries()) {
      const next = free[index];
      if (!next || next.at >= slot.at) continue;
      place(post.postId, next, where.zone, language);
      moved += 1;
    }
    return { ...view(readLine(which), language), moved };
  }

  const spoken = (language: Language | undefined): Language => language ?? tools.shopLanguage();
  return {
    queue: (which: QueueOf, language?: Language) => view(readLine(which), spoken(language)),
    moveInQueue: (asked: Parameters<typeof move>[0], clientId?: string, language?: Language) =>
      tools.applyOnce('timing/moveInQueue', clientId, () => move(asked, spoken(language))),
    closeGaps: (which: QueueOf, clientId?: string, language?: Language) =>
      tools.applyOnce('timing/closeGaps', clientId, () => closeGaps(which, spoken(language))),
  };
}

function shown({ at, wall }: PlacedTime): { at: string; wall: string } {
  return { at: new Date(at).toISOString(), wall };
}
