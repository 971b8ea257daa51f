import { foldText } from '../../shared/rules/fold-text.ts';
import type { AccountFact } from '../../shared/facts.ts';
import { nearestName } from './nearest-name.ts';

export type FoundAccounts =
  | { kind: 'found'; accountIds: string[] }
  /** Several accounts have that name. */
  | { kind: 'several'; among: AccountFact[] }
  | { kind: 'none'; nearest?: string | undefined };

const everything = new Set(['tous', 'toutes', 'tous les comptes', 'all', 'all accounts', '*']);
const networkNames = { facebook: 'Facebook', instagram: 'Instagram' } as const;

/** Finds accounts by their name, user name, id, `La Serre (Facebook)`, a network that only one account
 *  is of, or `tous`. */
export function accountFinder(accounts: readonly AccountFact[]) {
  const byName = new Map<string, AccountFact[]>();
  const add = (name: string | undefined, account: AccountFact): void => {
    if (!name) return;
    const known = byName.get(foldText(name)) ?? [];
    if (!known.includes(account)) byName.set(foldText(name), [...known, account]);
  };
  for (const account of accounts) {
    const { name, username } = account;
    for (const one of [account.id, account.remoteId, name, username, username && `@${username}`])
      add(one, account);
    add(fullName(account), account);
    if (username) add(fullName({ ...account, name: username }), account);
    add(account.network, account);
  }
  const isOne = (name: string) => byName.get(foldText(name))?.length === 1;

  return {
    find(text: string): FoundAccounts {
      const folded = foldText(text);
      if (everything.has(folded))
        return { kind: 'found', accountIds: accounts.map((account) => account.id) };
      const among = byName.get(folded) ?? [];
      const [only] = among;
      if (only && among.length === 1) return { kind: 'found', accountIds: [only.id] };
      if (among.length > 1) return { kind: 'several', among };
      return { kind: 'none', nearest: nearestName(text, accounts.map(nameOf)) };
    },
    /** The shortest words by which `find` gives this account and no other. */
    nameFor: (account: AccountFact): string => nameOf(account),
  };

  function nameOf(account: AccountFact): string {
    const names = [account.name, fullName(account)];
    return names.find((name) => isOne(name) && !/[;,|\n]/.test(name)) ?? account.id;
  }
}

export type AccountFinder = ReturnType<typeof accountFinder>;

function fullName({ name, network }: AccountFact): string {
  return `${name} (${networkNames[network]})`;
}
