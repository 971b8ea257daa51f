import { asOfNow } from './account-health.ts';
import type { SignInEnds } from './sign-in-ends.ts';
import type { SignInStore } from './sign-in-store.ts';
import type { AccountStore, StoredAccount } from './store.ts';

export type CurrentAccounts = {
  find(id: string): StoredAccount | undefined;
  all(): StoredAccount[];
  endsOf(account: StoredAccount): SignInEnds;
};

/** The connected accounts as they are at this moment. */
export function currentAccounts(
  store: AccountStore,
  signIns: SignInStore,
  now: () => number,
): CurrentAccounts {
  const endsOf = (account: StoredAccount): SignInEnds =>
    signIns.find(account.userRemoteId)?.ends ?? {};
  const current = (account: StoredAccount): StoredAccount =>
    asOfNow(account, endsOf(account), now());
  return {
    find(id) {
      const account = store.find(id);
      return account && current(account);
    },
    all: () => store.list().map(current),
    endsOf,
  };
}
