import { createGraphClient } from 'graph-api-client';
import type { SetupStep } from '../../shared/contract/accounts.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { Say } from '../db/feature-tools.ts';
import { askBroker } from './broker-client.ts';
import { wantedPermissions } from './capabilities.ts';
import type { Place } from './discover.ts';
import { basesOf } from './graph-bases.ts';
import { quotedWords } from './quoted-words.ts';
import type { StoredLogin } from './login-settings.ts';

export type SetupFacts = {
  stored: StoredLogin;
  secret: string | undefined;
  place: Place;
  returnUrl: string | undefined;
  /** The tokens of those who signed in this way; the permissions are asked with the last one. */
  userToken: string | undefined;
  signedIn: boolean;
};

type Step = Pick<SetupStep, 'step' | 'state' | 'copy'> & {
  params?: Record<string, unknown>;
  /** Other words than the state's own. */
  words?: string;
};

/** How far the way in use is set up, each step looked at where it can be: at the network, at the broker. */
export async function checkSetup(
  facts: SetupFacts,
  say: Say,
  language: Language,
): Promise<SetupStep[]> {
  const own = {
    'own-app': () => checkApp(facts),
    broker: () => checkBroker(facts),
    token: () => Promise.resolve([]),
  }[facts.stored.way];
  const steps: Step[] = [...(await own()), loginStep(facts), await permissionsStep(facts)];
  return steps.map(({ step, state, copy, params, words = state }) => {
    const sentence = (part: string) =>
      say(language, `accounts:setup.${step}.${words}.${part}`, params);
    const todo = state === 'ok' ? undefined : sentence('todo');
    return {
      step,
      state,
      text: sentence('text'),
      ...(todo !== undefined && { todo }),
      ...(copy !== undefined && { copy }),
    };
  });
}

async function checkApp(facts: SetupFacts): Promise<Step[]> {
  const { stored, returnUrl, place, signedIn } = facts;
  const isKnown = signedIn || place.practice;
  // An address of this computer is accepted of an app in development only.
  const isHere = returnUrl !== undefined && URL.parse(returnUrl)?.hostname === 'localhost';
  return [
    { step: 'app-id', state: stored.appId ? 'ok' : 'todo' },
    await secretStep(facts),
    {
      step: 'redirect',
      // Whether the app allows the address shows only when somebody came back by it.
      state: isKnown ? 'ok' : 'todo',
      ...(!isKnown && isHere && { words: 'here' }),
      ...(returnUrl !== undefined && { copy: returnUrl }),
    },
  ];
}

/** The app looks at its own token: only the right secret opens that. */
async function secretStep({ stored, secret, place }: SetupFacts): Promise<Step> {
  if (!stored.appId || !secret) return { step: 'app-secret', state: 'todo' };
  const token = `${stored.appId}|${secret}`;
  const client = createGraphClient({ baseUrls: basesOf(place.graphUrl), token });
  const answer = await client.debugToken(token);
  const isRight = answer.ok && answer.value.isValid && answer.value.appId === stored.appId;
  if (isRight) return { step: 'app-secret', state: 'ok' };
  const words = answer.ok ? undefined : (answer.failure.userMessage ?? answer.failure.message);
  return { step: 'app-secret', state: 'failed', params: quotedWords(words) };
}

async function checkBroker({ stored }: SetupFacts): Promise<Step[]> {
  const { brokerUrl } = stored;
  if (!brokerUrl) return [{ step: 'broker-address', state: 'todo' }];
  const address: Step = { step: 'broker-address', state: 'ok', params: { url: brokerUrl } };
  try {
    const { name } = await askBroker(brokerUrl);
    return [address, { step: 'broker-answers', state: 'ok', params: { name } }];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [address, { step: 'broker-answers', state: 'failed', params: { url: brokerUrl } }];
  }
}

function loginStep({ signedIn }: SetupFacts): Step {
  return { step: 'login', state: signedIn ? 'ok' : 'todo' };
}

async function permissionsStep({ userToken, place }: SetupFacts): Promise<Step> {
  if (userToken === undefined) return { step: 'permissions', state: 'todo' };
  const client = createGraphClient({ baseUrls: basesOf(place.graphUrl), token: userToken });
  const answer = await client.permissions();
  if (!answer.ok) {
    const why = answer.failure.userMessage ?? answer.failure.message;
    return { step: 'permissions', state: 'failed', params: { names: why } };
  }
  const granted = new Set(
    answer.value.filter((one) => one.status === 'granted').map((one) => one.permission),
  );
  const lacking = wantedPermissions.filter((name) => !granted.has(name));
  return lacking.length === 0
    ? { step: 'permissions', state: 'ok' }
    : { step: 'permissions', state: 'failed', params: { names: lacking.join(', ') } };
}
