import type { InboxComment, Thread } from '../../../../shared/contract/inbox.ts';
import type { Network } from '../../../../shared/contract/shapes.ts';
import type { Dice } from '../dice.ts';
import { tellInbox, type InboxWorld } from './inbox-world.ts';

export type DeedKind = 'reply' | 'private reply' | 'hide';

/** What the merchant did, with what the judge must know of it. */
export type Deed = {
  id: string;
  kind: DeedKind;
  network: Network;
  threadId: string;
  commentId: string;
  remoteId: string;
  /** Words of its own; of a hide, the value wanted. */
  text: string;
  hidden: boolean;
  isWithdrawn: boolean;
};

export type InboxRun = {
  world: InboxWorld;
  dice: Dice;
  seed: number;
  deeds: Deed[];
  said: Map<string, string>;
  gone: Set<string>;
  count: number;
};

/** What customers do on the network. */
export async function customersAct(run: InboxRun): Promise<void> {
  const { world, dice, said, gone } = run;
  const { harness, posts } = world;
  const name = () => `${run.seed}-${(run.count += 1)}`;
  const alive = [...said.keys()].filter((id) => !gone.has(id));
  for (let count = 1 + dice.below(3); count > 0; count--) {
    const on = dice.pick([posts.facebook, posts.instagram]);
    const parent = alive.length > 0 && dice.chance(0.3) ? dice.pick(alive) : on;
    const text = `Question ${name()}`;
    said.set(await harness.say(parent, text, `Person ${run.count}`), text);
  }
  if (alive.length === 0) return;
  if (dice.chance(0.12)) {
    const id = dice.pick(alive);
    await harness.control.editComment(id, `Changed ${name()}`);
  }
  if (dice.chance(0.12)) {
    const id = dice.pick(alive);
    await harness.control.deleteComment(id);
    gone.add(id);
  }
}

type Place = { thread: Thread; comment: InboxComment };

/** What the merchant does with what the inbox shows; the window takes no deed on a full disk. */
export function merchantActs(run: InboxRun): void {
  const { world, dice, deeds } = run;
  const places = world.harness.inbox
    .threads({ limit: 200 })
    .items.flatMap((thread) => thread.comments.map((comment) => ({ thread, comment })))
    .filter(({ comment }) => !comment.mine && comment.state === 'visible' && isOurs(run, comment));
  for (let count = dice.below(4); count > 0 && places.length > 0; count--) {
    const deed = act(run, dice.pick(places));
    if (!deed) continue;
    deeds.push(deed);
    tellInbox(world, `${deed.kind} ${deed.network} ${deed.text}`);
  }
  const open = deeds.filter((deed) => ['queued', 'waiting'].includes(stateOf(run, deed)));
  if (open.length > 0 && dice.chance(0.1)) withdraw(run, dice.pick(open));
}

/** Comments of earlier schedules in the same world are over. */
function isOurs({ seed }: InboxRun, { text }: InboxComment): boolean {
  return text.includes(` ${seed}-`);
}

function act(run: InboxRun, place: Place): Deed | undefined {
  const { dice } = run;
  const { network } = place.thread;
  const kind = dice.pick(['reply', 'reply', 'reply', 'hide', 'private reply'] as const);
  const { commentId, remoteId } = place.comment;
  const text = `${kind} ${run.seed}-${(run.count += 1)}`;
  const base = { kind, network, threadId: place.thread.threadId, commentId, remoteId, text };
  const { inbox, tools } = run.world.harness;
  const clientId = tools.newId();
  const hidden = kind === 'hide' && !place.comment.hidden;
  const before = new Set(inbox.outbox('fr').map((item) => item.id));
  try {
    if (kind === 'reply') inbox.reply({ commentId, text, clientId });
    else if (kind === 'hide') inbox.hide({ commentId, hidden, clientId });
    else inbox.privateReply({ commentId, text, clientId });
  } catch (error) {
    // One private answer a comment, and none where the network takes none: said before it is written.
    if (error instanceof Error && error.message.startsWith('private-reply')) return undefined;
    throw error;
  }
  const id = inbox.outbox('fr').find((item) => !before.has(item.id))?.id ?? '';
  return { id, ...base, hidden, isWithdrawn: false };
}

function withdraw({ world }: InboxRun, deed: Deed): void {
  world.harness.inbox.withdraw({ id: deed.id });
  deed.isWithdrawn = true;
  tellInbox(world, `takes back ${deed.text}`);
}

export function stateOf({ world }: InboxRun, deed: Deed): string {
  return world.harness.item(deed.id).state;
}
