import { Problem } from '../../shared/contract/problem.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { SecretStore } from '../host.ts';
import { pageTokenName, userTokenName } from '../network/graph-access.ts';
import type { Place } from './discover.ts';
import type { SignInStore } from './sign-in-store.ts';
import type { SignedIn } from './sign-in.ts';
import type { AccountStore } from './store.ts';

export type KeepUses = {
  tools: FeatureTools;
  secrets: SecretStore;
  store: AccountStore;
  signIns: SignInStore;
  /** What the folder is for; an undecided one is settled by the first account. */
  readMode: () => 'undecided' | 'practice' | 'real';
  settleMode: (mode: 'practice' | 'real') => void;
};

const modeOf = (place: Place) => (place.practice ? 'practice' : 'real');

/** A folder is practice or real for ever. Throws Problem before anything is sent to the other. */
export function refuseOtherMode(uses: Pick<KeepUses, 'readMode'>, place: Place): void {
  const mode = uses.readMode();
  if (mode !== 'undecided' && mode !== modeOf(place)) throw new Problem('practice-for-ever');
}

/** Connects what was found, or those of it that were chosen by their remote ids. */
export async function keepSignIn(
  uses: KeepUses,
  signedIn: SignedIn,
  place: Place,
  chosen?: readonly string[],
): Promise<void> {
  const { tools, secrets, store, signIns } = uses;
  const { userRemoteId, userToken, way, ends, pageTokens } = signedIn;
  const kept = signedIn.accounts.filter((one) => chosen?.includes(one.remoteId) ?? true);
  if (kept.length === 0) throw new Problem('no-accounts', { pages: signedIn.blocked.length });
  const before = peopleOf(store);
  // Secrets first: an account without its token would only ask to sign in again.
  await secrets.set(userTokenName(userRemoteId), userToken);
  for (const pageId of new Set(kept.map((one) => one.pageRemoteId))) {
    await secrets.set(pageTokenName(pageId), pageTokens.get(pageId) ?? '');
  }
  tools.transact(() => {
    uses.settleMode(modeOf(place));
    const now = tools.clock.now();
    for (const account of kept) store.save(tools.newId(), account, now);
    signIns.save({ userRemoteId, way, ends }, now);
    tools.events.changed('accounts');
  });
  // Somebody else signed in for what a person held: nothing of theirs is kept that serves no account.
  const left = peopleOf(store);
  for (const gone of [...before].filter((one) => !left.has(one))) {
    signIns.remove(gone);
    await secrets.delete(userTokenName(gone));
  }
}

function peopleOf(store: AccountStore): Set<string> {
  return new Set(store.list().map((one) => one.userRemoteId));
}
