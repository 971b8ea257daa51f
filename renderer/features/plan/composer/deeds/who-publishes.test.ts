import { expect, it } from 'vitest';
import { whoPublishes } from './who-publishes.ts';

const hourMs = 3_600_000;
const asked = { wanted: true, aheadMs: hourMs, isPlain: true };

it('Facebook alone needs no computer when it is handed over', () => {
  expect(whoPublishes({ networks: ['facebook'], ...asked })).toEqual({
    facebook: 'on',
    needsComputer: false,
    onInstagram: false,
  });
});

it('Instagram needs the computer, whatever Facebook does', () => {
  expect(whoPublishes({ networks: ['facebook', 'instagram'], ...asked })).toEqual({
    facebook: 'on',
    needsComputer: true,
    onInstagram: true,
  });
  expect(whoPublishes({ networks: ['instagram'], ...asked }).facebook).toBeUndefined();
});

it.each([
  [{ wanted: false }, 'off', true],
  [{ aheadMs: 10 * 60_000 }, 'too-near', true],
  [{ aheadMs: 29 * 24 * hourMs }, 'too-far', false],
  [{ isPlain: false }, 'unfit', true],
])('%o is %s', (change, facebook, needsComputer) => {
  expect(whoPublishes({ networks: ['facebook'], ...asked, ...change })).toMatchObject({
    facebook,
    needsComputer,
  });
});
