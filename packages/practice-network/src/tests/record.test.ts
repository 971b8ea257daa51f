import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPublishedLists, unknownNames } from '../record/check-shape.ts';
import type { RequestShape } from '../record/request-shape.ts';
import { blob, jpeg, openTester, type Tester } from '../testing/open-tester.ts';

let dir = '';
let file = '';
let tester: Tester;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'practice-record-'));
  file = join(dir, 'requests.jsonl');
  tester = await openTester({ recordFile: file });
});
afterEach(async () => {
  await tester.close();
  rmSync(dir, { recursive: true, force: true });
});

function shapes(): RequestShape[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as RequestShape);
}

test('names are written down once; values, ids and tokens are not', async () => {
  const { page, user } = tester.ready;
  const post = await tester.visiblePost('very secret words');
  await tester.get(`/${post}?fields=message,comments.limit(3).order(chronological){from{name}}`);
  await tester.get(`/${post}?fields=message,comments.limit(9).order(chronological){from{name}}`);
  await fetch(`${tester.ready.url}/v26.0/debug_token?input_token=${page.token}`, {
    headers: { authorization: `Bearer ${user.token}` },
  });
  await tester.form(`/${page.id}/photos`, { published: 'false', source: blob(await jpeg(50, 50)) });
  expect(shapes()).toEqual([
    { method: 'POST', edge: '{page}/feed', params: ['message'], fields: [] },
    {
      method: 'GET',
      edge: '{post}',
      params: [],
      fields: [
        'comments',
        'comments.from',
        'comments.from.name',
        'comments:limit',
        'comments:order',
        'message',
      ],
    },
    { method: 'GET', edge: 'debug_token', params: ['input_token'], fields: [] },
    { method: 'POST', edge: '{page}/photos', params: ['published', 'source'], fields: [] },
  ]);
  const text = readFileSync(file, 'utf8');
  expect(text).not.toMatch(/secret words|EAAPRACTICE/);
  expect(text).not.toMatch(/\d{6}/);
});

test('each part of a batch counts, and a deletion in a POST is a deletion', async () => {
  const post = await tester.visiblePost();
  await tester.post('/', {
    batch: [{ method: 'GET', relative_url: `${post}/comments?filter=stream&fields=id` }],
  });
  await tester.post(`/${post}`, { method: 'delete' });
  expect(shapes().slice(1)).toEqual([
    { method: 'POST', edge: '', params: ['batch'], fields: [] },
    { method: 'GET', edge: '{post}/comments', params: ['filter'], fields: ['id'] },
    { method: 'DELETE', edge: '{post}', params: ['method'], fields: [] },
  ]);
});

test('a name behind an edge is not written down', async () => {
  await tester.del('/me/permissions/pages_messaging', tester.ready.user.token);
  expect(shapes()).toEqual([
    { method: 'DELETE', edge: 'me/permissions/{id}', params: [], fields: [] },
  ]);
});

const lists = readPublishedLists();
const shape = { method: 'GET', edge: '{post}', params: [], fields: [] };

test.each<[string, Partial<RequestShape>]>([
  ['no edge GET {post}/likers', { edge: '{post}/likers' }],
  ['no edge PUT {post}', { method: 'PUT' }],
  ['parameter colour', { params: ['colour'] }],
  ['field words of PagePost', { fields: ['words'] }],
  ['field comments.mood of PagePost', { fields: ['comments', 'comments.mood'] }],
  ['field comments.from.age of PagePost', { fields: ['comments.from.age'] }],
  ['field message.length of PagePost', { fields: ['message.length'] }],
  ['field message.id of PagePost', { fields: ['message.id'] }],
  ['field mood of UnifiedMessage', { edge: '{message}', fields: ['mood'] }],
  ['field id of', { edge: 'debug_token', fields: ['id'] }],
  ['parameter shade', { edge: 'debug_token', params: ['input_token', 'shade'] }],
  ['field comments:depth of PagePost', { fields: ['comments:depth'] }],
  ['field text of Comment', { edge: '{post}/comments', fields: ['text'] }],
  ['{odd}', { method: 'POST', edge: '{page}/feed', params: ['{odd}'] }],
])('%s is unknown', (told, change) => {
  expect(unknownNames(lists, { ...shape, ...change }).join()).toContain(told);
});

test.each<Partial<RequestShape>>([
  { fields: ['id', 'message', 'attachments.subattachments.target.id', 'comments.from.name'] },
  { edge: '{post}/comments', params: ['filter', 'limit', 'order'], fields: ['parent.id'] },
  { edge: 'me/accounts', fields: ['access_token', 'instagram_business_account.username'] },
  { method: 'POST', edge: '{unknown}/comments', params: ['message'] },
  { method: 'DELETE', edge: '{comment}' },
  { edge: '{conversation}/messages', params: ['limit'], fields: ['message', 'from'] },
  { edge: '{message}', fields: ['id', 'attachments', 'created_time'] },
  { method: 'DELETE', edge: 'me/permissions/{id}' },
])('%o is known', (change) => {
  expect(unknownNames(lists, { ...shape, ...change })).toEqual([]);
});
