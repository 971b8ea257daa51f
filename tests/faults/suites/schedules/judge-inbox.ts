import { stateOf, type Deed, type InboxRun } from './inbox-deeds.ts';

const effectOf = { reply: 'reply', 'private reply': 'private-reply', hide: 'hide' } as const;

/** How often customers saw the words of a deed. */
export function shownTimes({ world }: InboxRun, deed: Deed): number {
  return world.effects.filter(
    (effect) => effect.kind === effectOf[deed.kind] && effect.text === deed.text,
  ).length;
}

export function findBrokenDeed(
  run: InboxRun,
  deed: Deed,
  { state, isAsked }: { state: string; isAsked: boolean },
): string | undefined {
  // A value that is set again shows nothing twice, and there is nothing to ask.
  if (deed.kind === 'hide') return isAsked ? 'V5 asked, although it may be set again' : undefined;
  const shown = shownTimes(run, deed);
  if (shown > 1) return 'V1 seen more than once';
  if (state === 'sent' && shown !== 1) return 'V2 sent, and nobody can see it';
  const isUntouched = ['queued', 'waiting', 'refused', 'withdrawn'].includes(state);
  if (isUntouched && shown !== 0) return 'V3 not sent, yet visible';
  return isInOrder(run, deed) ? undefined : 'F60 overtook an earlier answer of its thread';
}

/** First in, first out within a thread. */
function isInOrder({ world, deeds }: InboxRun, deed: Deed): boolean {
  const at = (one: Deed) => world.effects.findIndex((effect) => effect.text === one.text);
  const mine = at(deed);
  if (mine === -1) return true;
  const earlier = deeds.slice(0, deeds.indexOf(deed));
  return earlier
    .filter((one) => one.threadId === deed.threadId && one.kind === deed.kind)
    .every((one) => at(one) < mine);
}

export function isSettled(run: InboxRun, deed: Deed): boolean {
  return ['sent', 'refused', 'withdrawn'].includes(stateOf(run, deed));
}

/** Undefined where the comment is gone. */
export async function valueOnNetwork(run: InboxRun, deed: Deed): Promise<boolean | undefined> {
  const client = run.world.harness.uses.client();
  const row = run.world.harness.tools.db
    .prepare<[bigint], { id: string }>('SELECT full_remote_id AS id FROM comments WHERE key = ?')
    .get(BigInt(deed.commentId));
  const id = row?.id ?? deed.remoteId;
  const read =
    deed.network === 'facebook'
      ? await client.readFacebookComment(id)
      : await client.readInstagramComment(id);
  return read.ok ? read.value.isHidden : undefined;
}
