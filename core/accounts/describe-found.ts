import type { FoundAccount, LoginProgress } from '../../shared/contract/accounts.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import type { Language, Reason } from '../../shared/contract/shapes.ts';
import type { Say } from '../db/feature-tools.ts';
import { describeMissing } from './describe-account.ts';
import type { BlockedFind, Discovered, FoundToSave } from './discover.ts';
import type { PendingLogin } from './pending-logins.ts';

type Seen = { say: Say; language: Language };

/** What a sign-in found, those that can be connected first. */
export function describeFound(
  found: Discovered,
  seen: Seen & { isConnected: (account: FoundToSave) => boolean },
): FoundAccount[] {
  const open = found.accounts.map((account): FoundAccount => ({
    ...namesOf(account),
    ...(account.username !== undefined && { username: account.username }),
    can: account.can,
    missing: account.missing.map((one) => describeMissing(one, seen.say, seen.language)),
    connected: seen.isConnected(account),
  }));
  const blocked = found.blocked.map((one): FoundAccount => ({
    ...namesOf(one),
    can: [],
    missing: [],
    connected: false,
    blocked: reasonOf(`blocked.${one.code}`, one.code, seen, { name: one.pageName }),
  }));
  return [...open, ...blocked];
}

export function describeLogin(login: PendingLogin, seen: Seen): LoginProgress {
  return {
    state: login.state,
    step: login.step,
    until: new Date(login.until).toISOString(),
    ...(login.problem && { reason: describeProblem(login.problem, seen) }),
  };
}

function describeProblem({ code, params }: Problem, { say, language }: Seen): Reason {
  const sentence = (part: string) => say(language, `problems-accounts:${code}.${part}`, params);
  return { code, text: sentence('what'), todo: sentence('todo') };
}

function reasonOf(key: string, code: string, { say, language }: Seen, params: object): Reason {
  const sentence = (part: string) => say(language, `accounts:${key}.${part}`, { ...params });
  return { code, text: sentence('text'), todo: sentence('todo') };
}

function namesOf(one: FoundToSave | BlockedFind) {
  const { network, remoteId, name, pageName, businessName } = one;
  return { network, remoteId, name, pageName, ...(businessName !== undefined && { businessName }) };
}
