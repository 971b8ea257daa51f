import type { Account } from '../../shared/contract/accounts.ts';
import type { Language, Reason } from '../../shared/contract/shapes.ts';
import type { Say } from '../db/feature-tools.ts';
import type { MissingCapability } from './capabilities.ts';
import type { StoredAccount } from './store.ts';

/** An account as the contract shows it, its reasons in words. */
export function describeAccount(account: StoredAccount, say: Say, language: Language): Account {
  const reason = describeHealth(account, say, language);
  return {
    id: account.id,
    network: account.network,
    remoteId: account.remoteId,
    name: account.name,
    ...(account.username !== undefined && { username: account.username }),
    can: account.can,
    missing: account.missing.map((one) => describeMissing(one, say, language)),
    health: account.health,
    ...(reason && { healthReason: reason }),
    practice: account.practice,
  };
}

function describeMissing(
  one: MissingCapability,
  say: Say,
  language: Language,
): Account['missing'][number] {
  const { capability, code, name } = one;
  const capabilityWords = say(language, `accounts:capability.${capability}`);
  const key = code === 'network' ? `missing.network-${capability}` : `missing.${code}`;
  return {
    capability,
    code: name === undefined ? code : `${code}:${name}`,
    text: say(language, `accounts:${key}`, { capability: capabilityWords, name: name ?? '' }),
  };
}

function describeHealth(account: StoredAccount, say: Say, language: Language): Reason | undefined {
  const { health, healthCode, healthUntil, name } = account;
  if (health === 'ok') return undefined;
  const sentence = (part: 'text' | 'todo'): string => {
    const own = `accounts:health.${healthCode ?? health}.${part}`;
    const words = say(language, own, { name });
    // A case without words of its own takes those of its kind.
    return own.endsWith(words)
      ? say(language, `accounts:health.${health}.${part}`, { name })
      : words;
  };
  return {
    code: healthCode ?? health,
    text: sentence('text'),
    todo: sentence('todo'),
    ...(healthUntil !== undefined && { until: new Date(healthUntil).toISOString() }),
  };
}
