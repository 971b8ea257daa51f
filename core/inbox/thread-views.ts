/** As the contract names them. */
export type ThreadView =
  | 'all'
  | 'unanswered'
  | 'mine'
  | 'customer'
  | 'waiting'
  | 'snoozed'
  | 'done'
  | 'spam'
  | 'orders'
  | 'questions';

/** What a customer asks for when the shop is asked something. */
export const questionIntents = ['price', 'available', 'size', 'delivery', 'hours', 'question'];

const active = 't.done = 0 AND t.spam = 0';
const open = `${active} AND t.snoozed_until IS NULL`;
const quoted = questionIntents.map((name) => `'${name}'`).join(', ');

/** Which threads a view shows, as SQL over `threads t`. Each is the very condition of an index: only then
 *  does a page at any depth cost the same. */
export const viewConditions: Record<ThreadView, string> = {
  all: 't.spoken = 1 AND t.spam = 0',
  unanswered: `t.waits = 1 AND ${open}`,
  mine: `t.assignee_id IS NOT NULL AND t.assignee_id = @me AND ${active}`,
  customer: `t.spoken = 1 AND t.waits = 0 AND ${open}`,
  waiting: "t.sign IN ('asks', 'queued', 'refused')",
  snoozed: 't.snoozed_until IS NOT NULL',
  done: 't.done = 1 AND t.spam = 0',
  spam: 't.spam = 1',
  orders: `t.intent = 'order' AND ${active}`,
  questions: `t.intent IN (${quoted}) AND ${active}`,
};

/** The figures whose sum a view's badge shows. */
export function figuresOfView(view: ThreadView, me: string | undefined): string[] {
  if (view === 'mine') return me === undefined ? [] : [`mine:${me}`];
  if (view === 'orders') return ['intent:order'];
  if (view === 'questions') return questionIntents.map((name) => `intent:${name}`);
  return [view];
}
