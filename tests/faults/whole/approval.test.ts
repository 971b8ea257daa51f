// V6: nothing of a post that lacks a second person's yes is ever seen, whoever plans it and however.
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StudioClient } from '../../contract/carriers.ts';
import { openWholeStudio, type WholeStudio } from '../../support/open-whole-studio.ts';
import { startPractice, type PracticeForTests } from '../../support/practice.ts';

const minuteMs = 60_000;
const patience = { timeout: 30_000 };

let nowMs = Date.parse('2026-11-24T08:12:00Z');
let practice: PracticeForTests;
let whole: WholeStudio;
let client: StudioClient;
let accountId: string;
const people = new Map<string, string>();

beforeAll(async () => {
  practice = await startPractice({ readClock: () => nowMs });
  const clock = { now: () => nowMs, tickSeconds: 15, manual: true };
  whole = await openWholeStudio({ graph: practice.ready.url, clock });
  client = createRouterClient(whole.studio.router, {
    context: { language: 'fr' as const },
    interceptors: [whole.studio.answers.interceptor],
  }) as unknown as StudioClient;
  const { accounts } = await client.accounts.connect({ userToken: practice.ready.user.token });
  accountId = accounts.find((account) => account.network === 'facebook')?.id ?? '';
  await client.team.add({ name: 'Camille', role: 'manager' });
  const { people: all } = await client.team.add({ name: 'Léa', role: 'author', pin: '4711' });
  for (const { id, name } of all) people.set(name, id);
  await client.team.setApproval({ approval: true });
});
afterAll(async () => {
  await whole.close();
  await practice.close();
});

const be = (name: string, pin?: string) =>
  client.team.actAs({ personId: people.get(name) ?? '', ...(pin && { pin }) });

async function moveTo(at: number): Promise<void> {
  nowMs = at;
  await whole.studio.tick();
}

async function write(caption: string): Promise<string> {
  return (await client.posts.create({ accountIds: [accountId], caption, media: [] })).postId;
}

const stateOf = async (postId: string) =>
  (await client.publishing.targets({ postId })).targets[0]?.state;
const shown = async () =>
  (await practice.control.ledger()).map((entry) => entry.text).filter(Boolean);

async function settles(postId: string, state: string): Promise<void> {
  await expect
    .poll(async () => {
      await moveTo(nowMs + 15_000);
      return stateOf(postId);
    }, patience)
    .toBe(state);
}

test('what an author plans waits past its time, and goes out once when it is approved', async () => {
  await be('Léa', '4711');
  const postId = await write('Les arums sont là');
  const dueAt = nowMs + 10 * minuteMs;
  await client.posts.schedule({ postId, at: new Date(dueAt).toISOString() });
  const asked = (await practice.control.journal()).length;
  await moveTo(dueAt + minuteMs);
  await settles(postId, 'waiting');
  const { targets } = await client.publishing.targets({ postId });
  expect(targets[0]?.reason).toMatchObject({ code: 'approval' });
  const since = (await practice.control.journal()).slice(asked);
  expect(since.filter((call) => call['method'] === 'POST')).toEqual([]);

  await expect(client.review.approve({ postIds: [postId] })).rejects.toMatchObject({
    data: { problem: { title: 'Votre rôle ne le permet pas' } },
  });
  await be('Camille');
  expect((await client.review.waiting()).items.map((tile) => tile.id)).toEqual([postId]);
  expect(await client.review.approve({ postIds: [postId] })).toMatchObject({ approved: [postId] });
  await settles(postId, 'published');
  expect(await shown()).toEqual(['Les arums sont là']);
});

test('an edit after the yes takes it back; approved too late it is missed and asks', async () => {
  await be('Léa', '4711');
  const postId = await write('Pivoines');
  const dueAt = nowMs + 30 * minuteMs;
  await client.posts.schedule({ postId, at: new Date(dueAt).toISOString() });
  await be('Camille');
  await client.review.approve({ postIds: [postId] });
  await be('Léa', '4711');
  await client.posts.save({ postId, accountIds: [accountId], caption: 'Pivoines !', media: [] });
  expect((await client.review.get({ postId })).approval?.state).toBe('asked');
  await moveTo(dueAt + 3 * 60 * minuteMs);
  await be('Camille');
  await client.review.approve({ postIds: [postId] });
  await settles(postId, 'missed');
  expect(await shown()).not.toContain('Pivoines !');
});

test('publish now does not go round it; sent back it keeps its words and its history', async () => {
  await be('Léa', '4711');
  const postId = await write('Lys');
  await client.posts.publishNow({ postId });
  await settles(postId, 'waiting');
  await be('Camille');
  await client.review.sendBack({ postId, words: 'Le prix manque' });
  await moveTo(nowMs + 5 * minuteMs);
  expect(await stateOf(postId)).toBe('waiting');
  const { approval, history, may } = await client.review.get({ postId });
  expect(approval).toMatchObject({ state: 'sent-back', words: 'Le prix manque' });
  expect(may).toEqual({ ask: true, decide: true });
  expect(history.map((entry) => entry.kind)).toEqual(['sent-back', 'planned', 'created']);
  expect(history[2]).toMatchObject({ person: { name: 'Léa' }, text: 'Publication créée' });
});

test('roles hold: who only answers plans nothing, and nobody plans before saying who they are', async () => {
  await be('Propriétaire');
  const { people: all } = await client.team.add({ name: 'Noé', role: 'answers' });
  people.set('Noé', all.find((one) => one.name === 'Noé')?.id ?? '');
  await be('Noé');
  await expect(write('Non')).rejects.toMatchObject({ status: 403 });
  await expect(be('Léa', '0000')).rejects.toMatchObject({ code: 'pin-wrong' });
  await expect(client.team.setApproval({ approval: false })).rejects.toMatchObject({
    code: 'not-your-role',
  });
  expect(await client.posts.drafts({})).toMatchObject({ items: [] });
});
