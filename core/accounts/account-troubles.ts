import type { GraphFailure } from 'graph-api-client';
import type { FeatureTools } from '../db/feature-tools.ts';
import { isWorse, troubleOf, usualEnd, type Health } from './account-health.ts';
import { capabilitiesNeeding, withoutPermission } from './capabilities.ts';
import type { CurrentAccounts } from './current-accounts.ts';
import { describeHealth } from './describe-account.ts';
import type { AccountStore, StoredAccount } from './store.ts';

export type TroubleUses = {
  tools: FeatureTools;
  store: AccountStore;
  current: CurrentAccounts;
  /** Told once when an account stops working, not once per failed call. */
  onTrouble?: (trouble: { accountId: string; health: Health; title: string; text: string }) => void;
};

/** What the merchant must do something about. */
const noticed = new Set<Health>(['sign-in', 'permission', 'restricted']);

/** What calls and other features find out about how accounts are. */
export function accountTroubles({ tools, store, current, onTrouble }: TroubleUses) {
  function changeHealth(
    account: StoredAccount,
    health: Health,
    code?: string,
    until?: number,
  ): void {
    if (account.health === health && account.healthCode === code) return;
    store.setHealth(account.id, health, code, until);
    tools.events.changed('accounts');
  }

  /** Once per turn for the worse: fifty failed calls of one Page are one notice. */
  function notify(account: StoredAccount, health: Health, code?: string): void {
    if (account.health === health || !noticed.has(health)) return;
    const language = tools.shopLanguage();
    const now = { ...account, health, ...(code !== undefined && { healthCode: code }) };
    onTrouble?.({
      accountId: account.id,
      health,
      title: tools.say(language, `accounts:notice.${health}`, { name: account.name }),
      text: describeHealth(now, tools.say, language)?.text ?? '',
    });
  }

  /** Only what needs it is gone, and says so by the permission's name. */
  function losePermission(account: StoredAccount, permission: string): void {
    const { can, missing } = withoutPermission(account, permission);
    if (can.length === account.can.length) return;
    store.setCapabilities(account.id, can, missing);
    tools.events.changed('accounts');
  }

  return {
    /** What a failed call says about the account is kept; its siblings of the same Page share it. */
    noteTrouble(accountId: string, failure: GraphFailure): void {
      const account = current.find(accountId);
      const trouble = account && troubleOf(failure, tools.clock.now());
      if (!account || !trouble) return;
      // Without a permission for comments one still publishes.
      if (failure.permission !== undefined) {
        losePermission(account, failure.permission);
        if (!isForPublishing(account, failure.permission)) return;
      }
      const touched = trouble.isOfPage
        ? current.all().filter((one) => one.pageRemoteId === account.pageRemoteId)
        : [account];
      const worse = touched.filter((each) => isWorse(each.health, trouble.health));
      for (const one of worse) changeHealth(one, trouble.health, trouble.code, trouble.until);
      const [first] = worse;
      if (first) notify(first, trouble.health, trouble.code);
    },

    /** What another feature found out; what is known more exactly or is heavier stays. */
    setHealth(id: string, health: Health, reasonCode?: string, until?: number): void {
      const account = current.find(id);
      if (!account || (health !== 'ok' && !isWorse(account.health, health))) return;
      changeHealth(account, health, reasonCode, until ?? usualEnd(health, tools.clock.now()));
      notify(account, health, reasonCode);
    },
  };
}

function isForPublishing(account: StoredAccount, permission: string): boolean {
  return capabilitiesNeeding(account.network, permission).includes('publish');
}
