import { expect, test } from 'vitest';
import type { LoginSettings } from '../../../shared/contract/accounts.ts';
import { changedSettings, isAppId, isAppWhole } from './app-form.ts';

const kept: LoginSettings = {
  way: 'own-app',
  appId: '138000111222333',
  hasSecret: true,
  opens: 'tab',
  practice: false,
};
const form = { appId: '138000111222333', appSecret: '', configId: '' };

test('an id is digits, with room for a space that was copied along', () => {
  expect(isAppId(' 138000111222333 ')).toBe(true);
  expect(isAppId('13800011122233x')).toBe(false);
  expect(isAppId('')).toBe(false);
});

test('keeps only what changed and what can be taken', () => {
  expect(changedSettings(form, kept)).toEqual({});
  expect(changedSettings({ ...form, appId: ' 138000111222334' }, kept)).toEqual({
    appId: '138000111222334',
  });
  expect(changedSettings({ ...form, appId: '1380', configId: 'x' }, kept)).toEqual({});
});

test('a secret is sent when one was typed, and never taken away by an empty field', () => {
  expect(changedSettings({ ...form, appSecret: ' s3cret ' }, kept)).toEqual({
    appSecret: 's3cret',
  });
});

test('an emptied configuration is taken away', () => {
  expect(changedSettings(form, { ...kept, configId: '987654321' })).toEqual({ configId: '' });
});

test('the login can begin with an id and a secret, typed now or kept before', () => {
  const without = { ...kept, hasSecret: false };
  expect(isAppWhole(form, kept)).toBe(true);
  expect(isAppWhole(form, without)).toBe(false);
  expect(isAppWhole({ ...form, appSecret: 's3cret' }, without)).toBe(true);
  expect(isAppWhole({ ...form, configId: 'abc' }, kept)).toBe(false);
  expect(isAppWhole({ ...form, appId: '' }, kept)).toBe(false);
});
