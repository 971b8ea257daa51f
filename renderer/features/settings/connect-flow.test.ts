import { expect, test } from 'vitest';
import type { LoginProgress, LoginSettings } from '../../../shared/contract/accounts.ts';
import { beginFlow, flowAfter, problemOfLogin } from './connect-flow.ts';

const settings: LoginSettings = {
  way: 'own-app',
  hasSecret: false,
  opens: 'tab',
  practice: false,
};
const progress = (step: LoginProgress['step']): LoginProgress => ({
  state: 'k3x',
  step,
  until: '2026-11-22T09:10:00.000Z',
  reason: { code: step, text: 'Why.' },
});

test('asks first which way to go', () => {
  expect(beginFlow(settings)).toEqual({ at: 'way', way: 'own-app' });
  expect(beginFlow({ ...settings, way: 'broker' })).toEqual({ at: 'way', way: 'broker' });
});

test('does not ask again for what was set up, but for half of it', () => {
  const app = { ...settings, appId: '138000111222333' };
  expect(beginFlow({ ...app, hasSecret: true })).toEqual({ at: 'ready' });
  expect(beginFlow(app)).toEqual({ at: 'way', way: 'own-app' });
  const broker = { ...settings, way: 'broker', brokerUrl: 'https://login.example' } as const;
  expect(beginFlow(broker)).toEqual({ at: 'ready' });
});

test('where no login can be opened a key is pasted, whatever was set up', () => {
  const app = { ...settings, appId: '138000111222333', hasSecret: true, opens: 'none' } as const;
  expect(beginFlow(app)).toEqual({ at: 'token' });
});

test('waits as long as the login does, then offers the accounts found', () => {
  expect(flowAfter(progress('waiting'))).toBeUndefined();
  expect(flowAfter(progress('found'))).toEqual({ at: 'choose', state: 'k3x' });
});

test.each(['refused', 'closed', 'failed', 'expired'] as const)('says why it was %s', (step) => {
  const reason = { code: step, text: 'Why.' };
  expect(flowAfter(progress(step))).toEqual({ at: 'failed', why: step, reason });
});

test('a login without words is shown by its title alone', () => {
  expect(problemOfLogin('Closed', undefined)).toMatchObject({
    title: 'Closed',
    what: '',
    todo: '',
  });
  const reason = { code: 'login-refused', text: 'Refused.', todo: 'Again.' };
  expect(problemOfLogin('Refused', reason)).toEqual({
    title: 'Refused',
    what: 'Refused.',
    todo: 'Again.',
    code: 'login-refused',
  });
});
