import type { Product } from '../../shared/contract/catalogue.ts';
import type { PostTile } from '../../shared/contract/posts.ts';
import type { Target } from '../../shared/contract/publishing.ts';
import type { Thread } from '../../shared/contract/inbox.ts';
import type { Language, Reason, TargetState } from '../../shared/contract/shapes.ts';
import type { ShopSettings } from '../../shared/contract/shop.ts';
import { addDays, dateAt } from '../../shared/rules/calendar-grid.ts';
import { settleWallTime } from '../../shared/rules/zoned-time.ts';
import type { FeatureTools } from '../db/feature-tools.ts';

/** Everything in the letter comes from other features; open-studio hands it over. */
export type TodayUses = {
  readShop: () => ShopSettings;
  /** Tiles of posts planned in between, ISO instants. */
  calendar: (
    asked: { from: string; to: string; shopId?: string | undefined },
    language: Language,
  ) => PostTile[];
  tilesOf: (postIds: string[], language: Language) => PostTile[];
  nextPlanned: (
    language: Language,
    shopId?: string,
  ) => (PostTile & { caption: string }) | undefined;
  /** Targets in one of these states. */
  targetsIn: (states: TargetState[], language: Language) => Target[];
  waitingThreads: (
    limit: number,
    language: Language,
    accountIds?: readonly string[],
  ) => { count: number; oldestAt?: string | undefined; threads: Thread[] };
  lowStock: (limit: number) => Product[];
  signInNotices: (language: Language) => Reason[];
  zoneOf: (shopId: string) => string;
  accountsOf: (shopId: string) => string[];
  /** What waits for the yes of the person at the computer. */
  approvals: (language: Language) => PostTile[];
};

export type TodayService = ReturnType<typeof todayService>;

const worstFirst: readonly TargetState[] = ['uncertain', 'failed', 'missed', 'waiting'];
/** Of what waits, the letter names only what waits for a person. */
const waitsForPerson = new Set(['sign-in', 'permission', 'restricted', 'picture-changed']);
/** What goes out today no more. */
const isDone = new Set(['draft', 'published', 'removed']);
/** The letter is short: more than this is a list of its own. */
const most = 20;

export function todayService(tools: Pick<FeatureTools, 'clock' | 'shopLanguage'>, uses: TodayUses) {
  function attention(language: Language, ofShop: IsOfShop) {
    const targets = uses
      .targetsIn([...worstFirst], language)
      .filter((target) => needsPerson(target) && ofShop([target.accountId]))
      .sort(
        (one, other) =>
          worstFirst.indexOf(one.state) - worstFirst.indexOf(other.state) ||
          one.dueAt.localeCompare(other.dueAt),
      )
      .slice(0, most);
    const postIds = [...new Set(targets.map((target) => target.postId))];
    const tiles = new Map(uses.tilesOf(postIds, language).map((tile) => [tile.id, tile]));
    return targets.flatMap((target) => {
      const post = tiles.get(target.postId);
      return post ? [{ post, target }] : [];
    });
  }

  /** Today as clocks of the shop have it, from midnight to midnight. */
  function dueToday(now: number, language: Language, shopId: string | undefined): PostTile[] {
    const zone = shopId === undefined ? uses.readShop().zone : uses.zoneOf(shopId);
    const today = dateAt(now, zone);
    const from = midnight(today, zone);
    const to = midnight(addDays(today, 1), zone);
    return uses
      .calendar({ from, to, ...(shopId !== undefined && { shopId }) }, language)
      .filter((tile) => !isDone.has(tile.state));
  }

  return {
    /** Of one shop, or of all of them. */
    letter(asked?: Language, shopId?: string) {
      const language = asked ?? tools.shopLanguage();
      const now = tools.clock.now();
      const own = shopId === undefined ? undefined : uses.accountsOf(shopId);
      const ofShop: IsOfShop = (ids) => own === undefined || ids.some((id) => own.includes(id));
      const next = uses.nextPlanned(language, shopId);
      const { count, oldestAt, threads } = uses.waitingThreads(5, language, own);
      const approvals = uses.approvals(language).filter((tile) => ofShop(tile.accountIds));
      return {
        now: new Date(now).toISOString(),
        attention: attention(language, ofShop),
        dueToday: dueToday(now, language, shopId),
        ...(approvals.length > 0 && { approvals: approvals.slice(0, most) }),
        ...(next && { next }),
        waiting: { count, threads, ...(oldestAt !== undefined && { oldestAt }) },
        lowStock: uses.lowStock(8),
        signIns: uses.signInNotices(language),
      };
    },
  };
}

type IsOfShop = (accountIds: readonly string[]) => boolean;

function needsPerson({ state, question, reason }: Target): boolean {
  if (state === 'uncertain') return question !== undefined;
  return state !== 'waiting' || waitsForPerson.has(reason?.code ?? '');
}

function midnight(date: string, zone: string): string {
  const at = settleWallTime(`${date}T00:00`, zone)?.at ?? Date.parse(`${date}T00:00:00Z`);
  return new Date(at).toISOString();
}
