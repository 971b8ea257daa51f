import type { Dice } from '../dice.ts';
import { count, type Numbers } from '../tally.ts';
import { dayMs, minuteMs } from '../../inbox/inbox-harness.ts';
import { die, startAgain, tellInbox, type InboxWorld } from './inbox-world.ts';
import { mortalClient, type Death } from './mortal-client.ts';

const callEdges = [
  ...['POST /{comment}/comments', 'POST /{comment}/replies', 'POST /{page}/messages'],
  ...['POST /{comment}', 'POST /{igcomment}', 'POST *'],
] as const;
const readEdges = [
  ...['GET /{post}/comments', 'GET /{media}/comments', 'GET /{comment}', 'GET /{igcomment}'],
  ...['GET /{comment}/comments', 'GET /{comment}/replies', 'GET *'],
] as const;
const modes = [
  ...['reset-before', 'reset-after', '500-before', '500-after', '400-after', 'html200', 'html_502'],
  ...['half-json', '307', 'success_without_id', 'rate', 'stale_read', 'not_found_yet', 'dup-row'],
  ...['missing-row', 'slow', 'unknown-field-added', 'timeout-before', 'timeout-after'],
] as const;
const points = ['reply.C1', 'reply.C2', 'reply.C3', 'reply.C4', 'reply.C5'] as const;
const permission = 'pages_manage_engagement';

/** What may go wrong between two looks, each by its own chance. */
export async function disturbInbox(world: InboxWorld, dice: Dice, events: Numbers): Promise<void> {
  const { harness } = world;
  const note = (name: string, detail = '') => {
    count(events, name);
    tellInbox(world, `${name} ${detail}`);
  };
  for (let left = dice.below(4); left > 0; left--) await orderFault(world, dice, note);
  const { line } = harness.uses;
  if (dice.chance(line.online ? 0.12 : 0.6)) {
    line.online = !line.online;
    note(line.online ? 'line back' : 'line lost');
  }
  if (dice.chance(0.06)) {
    await harness.control.expireToken({ page: true, subcode: dice.pick([460, 463]) });
    note('token expired');
  } else if (dice.chance(0.064)) {
    await harness.control.setPermission(permission, false);
    note('permission lost', permission);
  } else if (dice.chance(0.4)) await signInAgain(world);
  if (dice.chance(0.06)) {
    const ms = dice.pick([2 * 60 * minuteMs, dayMs]);
    harness.tools.advance(ms);
    note('computer slept', `${ms / minuteMs} min`);
  }
  if (dice.chance(0.5)) freeInboxDisk(world);
  if (world.isDead ? dice.chance(0.8) : dice.chance(0.4)) crash(world, dice, note);
  else if (!world.isDead && dice.chance(0.1)) fillDisk(world, note);
}

type Note = (name: string, detail?: string) => void;

async function orderFault({ harness }: InboxWorld, dice: Dice, note: Note): Promise<void> {
  const edge = dice.pick(dice.chance(0.6) ? callEdges : readEdges);
  const mode = dice.pick(modes);
  const isTimeout = mode.startsWith('timeout');
  if (isTimeout) harness.uses.line.timeoutMs = 250;
  const options = mode === 'rate' ? { code: 32, minutes: 6 } : { seconds: 20 };
  const times = isTimeout ? 1 : 1 + dice.below(2);
  const slow = mode === 'slow' ? { ms: 30 } : {};
  await harness.control.fault({ edge, mode, count: times, ...options, ...slow });
  note('fault ordered', `${mode} at ${edge} × ${times}`);
}

export async function signInAgain({ harness }: InboxWorld): Promise<void> {
  await harness.control.restoreTokens();
  await harness.control.setPermission(permission, true);
  for (const account of [harness.facebook, harness.instagram]) account.health = 'ok';
}

function fillDisk({ harness: { tools } }: InboxWorld, note: Note): void {
  const pages = tools.db.pragma('page_count', { simple: true }) as number;
  tools.db.pragma(`max_page_count = ${pages}`);
  note('disk full');
}

export function isDiskFull({ harness: { tools } }: InboxWorld): boolean {
  return (tools.db.pragma('max_page_count', { simple: true }) as number) < 1_000_000;
}

export function freeInboxDisk({ harness: { tools } }: InboxWorld): void {
  tools.db.pragma('max_page_count = 1073741823');
}

function crash(world: InboxWorld, dice: Dice, note: Note): void {
  startAgain(world);
  if (dice.chance(0.3)) {
    const when = dice.pick(['before', 'after'] as const);
    const death: Death = { after: 1 + dice.below(6), when, isDead: false };
    world.death = death;
    const onDeath = () => (world.death === death ? die(world) : undefined);
    world.harness.uses.line.through = (client) => mortalClient(client, death, onDeath);
    note('dies at P', `${when} request ${death.after}`);
  } else if (dice.chance(0.8)) {
    world.dieAt = dice.pick(points);
    note(`dies at ${world.dieAt.slice(-2)}`);
  } else note('restarted');
}
