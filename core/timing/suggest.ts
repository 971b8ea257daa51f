import type { Language } from '../../shared/contract/shapes.ts';
import type { Suggestion } from '../../shared/contract/timing.ts';
import { usualSlots } from '../../shared/rules/calendar-grid.ts';
import { freeSlots } from '../../shared/rules/free-slots.ts';
import { goodHours, resultsNeeded, type GoodHour } from '../../shared/rules/suggest-times.ts';
import { instantToWall, type PlacedTime } from '../../shared/rules/zoned-time.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { TimingStore } from './store.ts';
import type { TimingPlace, TimingUses } from './timing-uses.ts';

const dayMs = 86_400_000;
/** What is older says little about today; what is newer is still being answered. */
const oldestMs = 180 * dayMs;
const freshMs = 2 * dayMs;
const aheadMs = 7 * dayMs;
const most = 3;

export type Suggestions = {
  from: 'results' | 'usual-hours' | 'nothing';
  posts: number;
  needed: number;
  items: Suggestion[];
};

/** Times for a post of these accounts, each with its reason. */
export function suggester(
  tools: Pick<FeatureTools, 'clock' | 'say'>,
  store: TimingStore,
  uses: Pick<TimingUses, 'placeOf' | 'plannedBetween'>,
) {
  function takenTimes(place: TimingPlace, postId: string | undefined, now: number): Set<number> {
    const planned = uses.plannedBetween(now, now + 60 * dayMs);
    const others = planned.filter(
      (post) => post.queueId === place.queueId && post.postId !== postId,
    );
    return new Set(others.map((post) => post.at));
  }

  function fromResults(
    hours: readonly GoodHour[],
    place: TimingPlace,
    taken: ReadonlySet<number>,
    language: Language,
  ): Suggestion[] {
    const now = tools.clock.now();
    return hours
      .flatMap((hour) => {
        const time = minuteOf(hour, place);
        const slots = usualSlots(
          [{ weekday: hour.weekday, time }],
          place.zone,
          now + 1,
          now + aheadMs,
        );
        const slot = slots.find(({ at }) => !taken.has(at));
        return slot ? [{ hour, slot }] : [];
      })
      .slice(0, most)
      .map(({ hour, slot }) => {
        const timesBetter = Math.round(hour.timesBetter * 10) / 10;
        const text = tools.say(language, 'when:because.results', {
          hour: dayAndHour(slot.at, place.zone, language),
          times: new Intl.NumberFormat(language, { minimumFractionDigits: 1 }).format(timesBetter),
        });
        return { ...shown(slot, place), timesBetter, posts: hour.posts, text };
      });
  }

  function fromHabits(place: TimingPlace, taken: Set<number>, language: Language): Suggestion[] {
    const free = freeSlots(place.usualTimes, place.zone, tools.clock.now(), taken, most);
    const text = tools.say(language, 'when:because.usual');
    return free.map((slot) => ({ ...shown(slot, place), text }));
  }

  return (
    accountIds: readonly string[],
    postId: string | undefined,
    language: Language,
  ): Suggestions => {
    const now = tools.clock.now();
    const place = uses.placeOf(accountIds);
    const results = accountIds.map((id) => store.results(id, now - oldestMs, now - freshMs));
    const posts = results.reduce((sum, one) => sum + one.length, 0);
    const taken = takenTimes(place, postId, now);
    const best = fromResults(goodHours(results, place.zone), place, taken, language);
    const count = { posts, needed: resultsNeeded };
    if (best.length > 0) return { from: 'results', ...count, items: best };
    const items = fromHabits(place, taken, language);
    return { from: items.length > 0 ? 'usual-hours' : 'nothing', ...count, items };
  };
}

/** A good hour at which the shop has a usual one is that one, to the minute. */
function minuteOf({ weekday, hour }: GoodHour, { usualTimes }: TimingPlace): string {
  const start = String(hour).padStart(2, '0');
  const usual = usualTimes.find((one) => one.weekday === weekday && one.time.startsWith(start));
  return usual?.time ?? `${start}:00`;
}

function shown({ at }: PlacedTime, { zone }: TimingPlace) {
  return { at: new Date(at).toISOString(), wall: instantToWall(at, zone), zone };
}

/** As `jeudi 18 h`. */
function dayAndHour(at: number, zone: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    timeZone: zone,
    weekday: 'long',
    hour: language === 'fr' ? 'numeric' : '2-digit',
    ...(language === 'en' && { minute: '2-digit' as const }),
  }).format(at);
}
