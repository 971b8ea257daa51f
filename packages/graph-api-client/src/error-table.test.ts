import { expect, test } from 'vitest';
import {
  codeRows,
  explainError,
  explainSubcode,
  provesNotDone,
  subcodeRows,
} from './error-table.ts';

const everySubcode = subcodeRows.flatMap((row) =>
  (row.subcodes ?? []).map((one) => [one, row] as const),
);
const everyCode = codeRows.flatMap((row) => {
  const ends = typeof row.code === 'number' ? [row.code] : [...(row.code ?? [])];
  return ends.map((code) => [code, row] as const);
});

test.each(everySubcode)('subcode %i decides, whatever the code', (subcode, row) => {
  for (const code of [undefined, 1, 4, 100, 190, 200]) {
    expect(explainError({ code, subcode, httpStatus: 400 })).toBe(row);
  }
  expect(explainSubcode(subcode)).toBe(row);
});

test('no subcode stands in two rows', () => {
  const all = everySubcode.map(([subcode]) => subcode);
  expect(new Set(all).size).toBe(all.length);
});

test.each(everyCode)('code %i alone has a row', (code, row) => {
  const found = explainError({ code, httpStatus: 400 });
  // 210 stands before the range that holds it.
  if (code !== 210) expect(found.meaning).toBe(row.meaning);
  expect(found.meaning).not.toBe('unlisted');
});

const cases: [number, number | undefined, string, string][] = [
  [4, undefined, 'app-limit', 'wait'],
  [4, 2207051, 'spam-suspected', 'account'],
  [190, undefined, 'token-dead', 'reconnect'],
  [190, 460, 'password-changed', 'reconnect'],
  [190, 463, 'session-expired', 'reconnect'],
  [190, 492, 'role-lost', 'permission'],
  [10, undefined, 'permission-missing', 'permission'],
  [200, 1609008, 'link', 'fix'],
  [230, undefined, 'permission-missing', 'permission'],
  [210, undefined, 'page-token-required', 'reconnect'],
  [9, 2207042, 'publishing-limit', 'wait'],
  [9007, 2207027, 'container-not-ready', 'not-ready'],
  [24, 2207008, 'container-missing', 'unknown'],
  [25, 2207050, 'account-restricted', 'account'],
  [100, 33, 'object-missing', 'gone'],
  [100, undefined, 'bad-parameter', 'fix'],
  [100, 1366051, 'photo-used', 'duplicate'],
  [368, undefined, 'blocked', 'account'],
  [368, 1390008, 'too-fast', 'account'],
  [506, undefined, 'duplicate-post', 'duplicate'],
  [2, undefined, 'network-trouble', 'retry'],
  [1, 99, 'answer-broken', 'unknown'],
  [-2, 2207003, 'media-download-timeout', 'retry'],
  [-2, 2207020, 'media-expired', 'rebuild'],
  [36003, 2207009, 'aspect-ratio', 'fix'],
  [352, 2207026, 'video-format', 'fix'],
  [1363037, undefined, 'upload-offset', 'retry'],
  [6000, 1363019, 'upload-offset', 'retry'],
  [80001, undefined, 'account-limit', 'wait'],
  [80014, undefined, 'account-limit', 'wait'],
  [613, undefined, 'call-limit', 'wait'],
  [10900, undefined, 'private-reply-done', 'duplicate'],
];

test.each(cases)('%i/%s means %s', (code, subcode, meaning, reaction) => {
  expect(explainError({ code, subcode, httpStatus: 400 })).toMatchObject({ meaning, reaction });
});

test('what no table lists falls back to is_transient, then to the status', () => {
  const unlisted = { code: 987654, subcode: 987654 };
  expect(explainError({ ...unlisted, isTransient: true, httpStatus: 400 }).reaction).toBe('retry');
  expect(explainError({ ...unlisted, httpStatus: 503 }).reaction).toBe('retry');
  expect(explainError({ ...unlisted, httpStatus: 429 }).reaction).toBe('wait');
  expect(explainError({ ...unlisted, httpStatus: 400 }).reaction).toBe('unknown');
  expect(explainError({ httpStatus: 400 }).meaning).toBe('unlisted');
});

/** The closed list, row by row: [code, subcode, blame]. */
const notDone: [number, number | undefined, string[]][] = [
  [190, undefined, []],
  [190, 460, []],
  [10, undefined, []],
  [200, undefined, []],
  [200, 1609008, []],
  [299, undefined, []],
  [9007, 2207027, []],
  [9, 2207042, []],
  [613, undefined, []],
  [17, undefined, []],
  [17, 2446079, []],
  [32, undefined, []],
  [4, undefined, []],
  [80001, undefined, []],
  [80002, undefined, []],
  [80006, undefined, []],
  [100, undefined, ['message']],
];

test.each(notDone)('%i/%s proves that nothing happened', (code, subcode, blame) => {
  expect(provesNotDone({ code, subcode, blame, httpStatus: 400 })).toBe(true);
  expect(provesNotDone({ code, subcode, blame, httpStatus: 500 })).toBe(false);
});

const unproved: [number | undefined, number | undefined][] = [
  [undefined, undefined],
  [1, undefined],
  [2, undefined],
  [4, 2207051],
  [613, 2207051],
  [20, 1772107],
  [24, 2207006],
  [24, 2207008],
  [25, 2207050],
  [100, undefined],
  [100, 33],
  [102, undefined],
  [200, 1404006],
  [368, undefined],
  [368, 1390008],
  [506, undefined],
  [9, undefined],
  [9007, undefined],
  [300, undefined],
  [199, undefined],
  [10900, undefined],
  [987654, undefined],
];

test.each(unproved)('%s/%s proves nothing', (code, subcode) => {
  expect(provesNotDone({ code, subcode, blame: [], httpStatus: 400 })).toBe(false);
});
