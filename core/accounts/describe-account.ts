import type { Account } from '../../shared/contract/accounts.ts';
import type { Language, Reason } from '../../shared/contract/shapes.ts';
import type { Say } from '../db/feature-tools.ts';
import type { MissingCapability } from './capabilities.ts';
import { noticeOf, type SignInEnds } from './sign-in-ends.ts';
import type { StoredAccount } from './store.ts';

/** An account as the contract shows it, its reasons in words. */
export function describeAccount(
  account: StoredAccount,
  seen: { say: Say; language: Language; ends: SignInEnds; now: number },
): Account {
  const { say, language, ends } = seen;
  const reason = describeHealth(account, say, language);
  const notice = describeEnd(account.name, seen);
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
    ...(ends.expiresAt !== undefined && { expiresAt: new Date(ends.expiresAt).toISOString() }),
    ...(ends.accessEndsAt !== undefined && {
      accessEndsAt: new Date(ends.accessEndsAt).toISOString(),
    }),
    ...(notice && { notice }),
  };
}

/** What the person should know of the end of a sign-in, from ten days before it. */
export function describeEnd(
  name: string,
  seen: { say: Say; language: Language; ends: SignInEnds; now: number },
): Reason | undefined {
  const notice = noticeOf(seen.ends, seen.now);
  if (!notice) return undefined;
  const { stage, what, at, stopsAll } = notice;
  const code = `${what}-${stage}${what === 'sign-in' && !stopsAll ? '-partly' : ''}`;
  const date = new Intl.DateTimeFormat(seen.language, { dateStyle: 'long' }).format(at);
  const sentence = (part: string) =>
    seen.say(seen.language, `accounts:end.${code}.${part}`, { name, date });
  return {
    code,
    text: sentence('text'),
    todo: sentence('todo'),
    until: new Date(at).toISOString(),
  };
}

export function describeMissing(
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
    // What the network does not offer has no remedy.
    ...(code !== 'network' && { fix: say(language, `accounts:fix.${code}`, { name: name ?? '' }) }),
  };
}

export function describeHealth(
  account: StoredAccount,
  say: Say,
  language: Language,
): Reason | undefined {
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
