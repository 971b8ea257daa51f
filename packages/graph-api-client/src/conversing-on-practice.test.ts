// Messages, blocks, likes and corrections over real HTTP against the simulator.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startPractice, type PracticeForTests } from '../../../tests/support/practice.ts';
import type { GraphClient } from './client-types.ts';
import type { MessagePlatform } from './conversation-types.ts';
import { failureOf, must } from '../test-support/read-result.ts';

const hourMs = 3_600_000;
let practice: PracticeForTests;
let page: GraphClient;
let pageId: string;
let picture: string;

beforeAll(async () => {
  practice = await startPractice();
  page = practice.client();
  pageId = practice.ready.page.id;
  picture = join(mkdtempSync(join(tmpdir(), 'graph-message-')), 'mug.jpg');
  const pixels = {
    create: { width: 400, height: 400, channels: 3, background: '#24402F' },
  } as const;
  writeFileSync(picture, await sharp(pixels).jpeg().toBuffer());
});
afterAll(() => practice.close());
beforeEach(() => practice.control.clearFaults());

/** A customer writes; answers who it was. */
async function hear(platform: MessagePlatform, message: string, from: string): Promise<string> {
  const network = platform === 'messenger' ? 'fb' : 'ig';
  const told = await practice.control.post('/messages', { network, message, from });
  return String((told['from'] as Record<string, unknown>)['id']);
}

async function visiblePost(message: string): Promise<string> {
  return must(await page.createPost({ pageId, message })).postId;
}

test.each(['messenger', 'instagram'] as const)(
  'a customer on %s writes and is answered',
  async (platform) => {
    const personId = await hear(platform, 'Is it blue?', 'Eva K');
    const sent = must(await page.sendMessage({ pageId, personId, content: { text: 'Oui, bleu' } }));
    const list = must(await page.conversations({ pageId, platform, personId }));
    expect(list.items).toMatchObject([{ snippet: 'Oui, bleu', messageCount: 2, canReply: true }]);
    const [conversation] = list.items;
    expect(conversation?.participants.map((one) => one.id)).toContain(personId);
    const { items } = must(await page.messages({ conversationId: conversation?.id ?? '' }));
    expect(items.map((one) => [one.id === sent.messageId, one.text])).toEqual([
      [true, 'Oui, bleu'],
      [false, 'Is it blue?'],
    ]);
    expect(items[1]?.from?.id).toBe(personId);
    const effects = (await practice.control.ledger()).filter(
      (one) => one.kind === 'message' && one.text === 'Oui, bleu' && one.by === 'api',
    );
    expect(effects).toHaveLength(platform === 'messenger' ? 1 : 2);
  },
);

test('conversations and messages come page by page, newest first', async () => {
  for (const name of ['Ann', 'Ben', 'Cem']) {
    await hear('messenger', `Hello from ${name}`, name);
    await practice.control.advance(60_000);
  }
  const first = must(await page.conversations({ pageId, platform: 'messenger', limit: 2 }));
  expect(first.items.map((one) => one.snippet)).toEqual(['Hello from Cem', 'Hello from Ben']);
  const rest = must(
    await page.conversations({ pageId, platform: 'messenger', limit: 1, after: first.after ?? '' }),
  );
  expect(rest.items.map((one) => one.snippet)).toEqual(['Hello from Ann']);
});

test('a picture from disk is sent as it is, and progress reaches its end', async () => {
  const personId = await hear('messenger', 'Show me', 'Dana');
  const told: number[] = [];
  const message = { pageId, personId, content: { kind: 'image', filePath: picture } } as const;
  must(
    await page.sendMessage(message, { onProgress: ({ sentBytes }) => void told.push(sentBytes) }),
  );
  const list = must(await page.conversations({ pageId, platform: 'messenger', personId }));
  const { items } = must(await page.messages({ conversationId: list.items[0]?.id ?? '' }));
  expect(items[0]?.attachments).toMatchObject([{ mimeType: 'image/jpeg', sizeBytes: told.at(-1) }]);
  const { url = '' } = items[0]?.attachments[0] ?? {};
  expect((await fetch(url)).headers.get('content-type')).toContain('image/jpeg');
});

test.each([
  ['messenger', 2018278],
  ['instagram', 2534022],
] as const)(
  'the window on %s closes after a day, and by hand after a week',
  async (platform, subcode) => {
    const personId = await hear(platform, 'Bonjour', `Late ${platform}`);
    const say = (text: string, asHumanAgent = false) =>
      page.sendMessage({ pageId, personId, content: { text }, asHumanAgent });
    await practice.control.advance(25 * hourMs);
    const closed = { outcome: 'not-done', reaction: 'fix', meaning: 'message-window', subcode };
    expect(failureOf(await say('Too late'))).toMatchObject(closed);
    must(await say('By hand', true));
    await practice.control.advance(7 * 24 * hourMs);
    expect(failureOf(await say('Much too late', true))).toMatchObject(closed);
  },
);

test('seen is told to the network, and nobody unknown can be written to', async () => {
  const personId = await hear('messenger', 'Hello?', 'Flo');
  const action = { pageId, personId, action: 'mark_seen' } as const;
  expect(must(await page.sendSenderAction(action)).recipientId).toBe(personId);
  const [conversation] = must(
    await page.conversations({ pageId, platform: 'messenger', personId }),
  ).items;
  expect(conversation?.unreadCount).toBe(0);
  const nobody = { pageId, personId: '77', content: { text: 'Hello' } };
  expect(failureOf(await page.sendMessage(nobody))).toMatchObject({ reaction: 'gone' });
});

test('F36 a message whose answer is lost is in doubt, and was sent once', async () => {
  const personId = await hear('messenger', 'Are you there?', 'Gil');
  await practice.control.fault({ edge: 'POST /{page}/messages', mode: 'reset-after', count: 1 });
  const failure = failureOf(
    await page.sendMessage({ pageId, personId, content: { text: 'In doubt' } }),
  );
  expect(failure).toMatchObject({ outcome: 'unknown' });
  const effects = (await practice.control.ledger()).filter((one) => one.text === 'In doubt');
  expect(effects).toHaveLength(1);
});

test('a person is blocked and let in again', async () => {
  const personId = await hear('messenger', 'Buy my watches', 'Spammer');
  must(await page.blockPerson({ pageId, personId }));
  must(await page.unblockPerson({ pageId, personId }));
  must(await page.sendMessage({ pageId, personId, content: { text: 'Sorry' } }));
});

test('comments come in the order and of the levels asked for', async () => {
  const objectId = await visiblePost('Questions of all kinds');
  for (const message of ['first', 'second', 'third']) {
    await practice.control.addComment({ object: objectId, message });
    await practice.control.advance(60_000);
  }
  const texts = async (choice: object): Promise<string[]> =>
    must(await page.listFacebookComments({ objectId, ...choice })).items.map((one) => one.text);
  const [newest] = must(await page.listFacebookComments({ objectId })).items;
  must(await page.replyFacebook({ commentId: newest?.id ?? '', text: 'an answer' }));
  expect(await texts({ levels: 'top' })).toEqual(['third', 'second', 'first']);
  expect(await texts({ order: 'oldest' })).toEqual(['first', 'second', 'third', 'an answer']);
  expect((await texts({ order: 'ranked' })).toSorted()).toEqual(
    ['an answer', 'first', 'second', 'third'].toSorted(),
  );
});

test('a comment is liked and no longer liked; the Page’s own can be corrected', async () => {
  const objectId = await visiblePost('Likes');
  const asked = await practice.control.addComment({ object: objectId, message: 'Lovely' });
  const likes = async (): Promise<number> => must(await page.readFacebookComment(asked)).likeCount;
  must(await page.setLike({ objectId: asked, liked: true }));
  expect(await likes()).toBe(1);
  must(await page.setLike({ objectId: asked, liked: false }));
  expect(await likes()).toBe(0);
  const { commentId } = must(await page.replyFacebook({ commentId: asked, text: 'Merxi' }));
  must(await page.editFacebookComment({ commentId, text: 'Merci' }));
  expect(must(await page.readFacebookComment(commentId)).text).toBe('Merci');
});
