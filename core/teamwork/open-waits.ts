import type { AnswerFact, ShopTimes } from '../../shared/facts.ts';
import { openClock } from '../../shared/rules/open-clock.ts';

/** Who waited longer counts as if they had waited this long: a clock of ten years takes a second to make. */
const longestMs = 400 * 86_400_000;

const begunAt = ({ askedAt, answeredAt }: AnswerFact) => Math.max(askedAt, answeredAt - longestMs);

/** How long (ms) customers waited while the shop was open, each by the hours of the account's shop; a shop without
 *  hours is always open. Undefined where none of these shops said its hours. */
export function openWaits(
  answers: readonly AnswerFact[],
  timesOf: (accountId: string) => ShopTimes,
): ((answer: AnswerFact) => number) | undefined {
  const ids = [...new Set(answers.map(({ accountId }) => accountId))];
  const shops = new Map(ids.map((id) => [id, timesOf(id)]));
  if ([...shops.values()].every(({ times }) => times.length === 0)) return undefined;
  const shopOf = ({ accountId }: AnswerFact) => shops.get(accountId)?.shopId;
  const clocks = new Map<string | undefined, ReturnType<typeof openClock>>();
  for (const [shopId, own] of Map.groupBy(answers, shopOf)) {
    const { zone, times } = shops.get(own[0]?.accountId ?? '') ?? { zone: 'UTC', times: [] };
    if (times.length === 0) continue;
    const from = own.reduce((first, one) => Math.min(first, begunAt(one)), Infinity);
    const to = own.reduce((last, { answeredAt }) => Math.max(last, answeredAt), -Infinity);
    clocks.set(shopId, openClock(times, zone, { from, to }));
  }
  return (answer) => {
    const { askedAt, answeredAt } = answer;
    const clock = clocks.get(shopOf(answer));
    return clock?.(begunAt(answer), answeredAt) ?? Math.max(0, answeredAt - askedAt);
  };
}
