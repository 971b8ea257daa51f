import type { RuleDeed } from '../../shared/contract/automation.ts';

export type Refusal = 'answered' | 'put-aside' | 'done-already';
export type PlannedDeed<R> = {
  rule: R;
  deed: RuleDeed;
  /** The same is done once to a comment. */
  slot: string;
  /** Why it is not to be done. */
  refusal?: Refusal;
};

/** Answers leave before a comment is put aside: under a hidden one no network takes any. */
const order: readonly RuleDeed['kind'][] = [
  'reply',
  'private-reply',
  'suggest',
  'tag',
  'assign',
  'order',
  'hide',
  'spam',
  'notify',
];

export const isAnswer = (kind: string): boolean => kind === 'reply' || kind === 'private-reply';
const putsAside = (kind: string): boolean => kind === 'hide' || kind === 'spam';

export function slotOf(deed: RuleDeed): string {
  return deed.kind === 'tag' ? `tag:${deed.tag}` : deed.kind;
}

/** What is to be done to a comment by the rules that fit, in their order. Never do two of them answer, no
 *  rule answers what somebody has answered or an earlier one puts aside, nothing is done twice. */
export function planDeeds<R extends { deeds: readonly RuleDeed[] }>(
  fitting: readonly R[],
  mode: 'first' | 'all',
  isAnswered: boolean,
): PlannedDeed<R>[] {
  const planned: PlannedDeed<R>[] = [];
  for (const rule of mode === 'first' ? fitting.slice(0, 1) : fitting) {
    const before = planned.filter((one) => one.refusal === undefined);
    const deeds = rule.deeds.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
    for (const deed of deeds) {
      const slot = slotOf(deed);
      const refusal = refuse(deed, slot, before, isAnswered);
      planned.push({ rule, deed, slot, ...(refusal && { refusal }) });
    }
  }
  return planned;
}

function refuse(
  deed: RuleDeed,
  slot: string,
  before: readonly PlannedDeed<unknown>[],
  isAnswered: boolean,
): Refusal | undefined {
  if (isAnswer(deed.kind)) {
    if (isAnswered || before.some((one) => isAnswer(one.deed.kind))) return 'answered';
    if (before.some((one) => putsAside(one.deed.kind))) return 'put-aside';
  }
  return before.some((one) => one.slot === slot) ? 'done-already' : undefined;
}
