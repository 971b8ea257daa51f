import { createGraphClient } from 'graph-api-client';
import { Problem } from '../../shared/contract/problem.ts';
import type { Language, Reason } from '../../shared/contract/shapes.ts';
import { pageTokenName, userTokenName } from '../network/graph-access.ts';
import { basesOf } from './graph-bases.ts';
import type { KeepUses } from './keep-sign-in.ts';
import type { StoredAccount } from './store.ts';

export type Left = { ok: true; revoked?: boolean; note?: Reason };

const patienceMs = 10_000;

/** Disconnects an account and forgets its tokens; with the last account of a login the network is asked to
 *  end that too. Throws Problem 'account-unknown'. */
export async function leaveAccount(
  uses: KeepUses,
  accountId: string,
  language: Language,
): Promise<Left> {
  const { tools, secrets, store, signIns } = uses;
  const account = store.find(accountId);
  if (!account) throw new Problem('account-unknown');
  tools.transact(() => {
    store.disconnect(account.id, tools.clock.now());
    tools.events.changed('accounts');
  });
  const left = store.list();
  if (left.every((one) => one.pageRemoteId !== account.pageRemoteId)) {
    await secrets.delete(pageTokenName(account.pageRemoteId));
  }
  if (left.some((one) => one.userRemoteId === account.userRemoteId)) return { ok: true };
  const name = userTokenName(account.userRemoteId);
  const userToken = await secrets.get(name);
  // Gone from here first: whatever the network says, this machine no longer holds it.
  await secrets.delete(name);
  const way = signIns.find(account.userRemoteId)?.way;
  signIns.remove(account.userRemoteId);
  // A pasted token belongs to whoever made it, and may serve them elsewhere.
  if (userToken === undefined || way === undefined || way === 'token') return { ok: true };
  if (await revoke(account, userToken)) return { ok: true, revoked: true };
  const sentence = (part: string) =>
    tools.say(language, `accounts:not-revoked.${part}`, { name: account.name });
  const note = { code: 'not-revoked', text: sentence('text'), todo: sentence('todo') };
  return { ok: true, revoked: false, note };
}

async function revoke(account: StoredAccount, token: string): Promise<boolean> {
  const client = createGraphClient({ baseUrls: basesOf(account.graphUrl), token });
  const answer = await client.revokePermissions({}, { timeoutMs: patienceMs });
  return answer.ok;
}
