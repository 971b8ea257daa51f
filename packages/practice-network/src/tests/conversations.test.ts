import { afterEach, beforeEach, expect, test } from 'vitest';
import { blob, dig, jpeg, openTester, type Answered, type Tester } from '../testing/open-tester.ts';

const hourMs = 3_600_000;

let tester: Tester;
beforeEach(async () => {
  tester = await openTester();
});
afterEach(() => tester.close());

type Row = Record<string, unknown> & { id: string };

async function rows(path: string): Promise<Row[]> {
  const { body, status } = await tester.get(path);
  expect(status).toBe(200);
  return (body as { data: Row[] }).data;
}

/** A customer writes; answers who it was. */
async function hear(message: string, network = 'fb', name = 'Eva K'): Promise<string> {
  const told = await tester.control('/messages', { network, message, from: name });
  return dig(told, 'from', 'id');
}

function say(personId: string, text: string, values: object = {}): Promise<Answered> {
  return tester.post('/me/messages', {
    recipient: { id: personId },
    messaging_type: 'RESPONSE',
    message: { text },
    ...values,
  });
}

const human = { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' };
const threadFields =
  'id,updated_time,participants,snippet,unread_count,can_reply,message_count,messages{id,from,to,message,created_time}';

test('a message begins a conversation that both sides go on with', async () => {
  const { page } = tester.ready;
  const eva = await hear('Is it blue?');
  const sent = await say(eva, 'Yes');
  expect(sent.body).toEqual({
    recipient_id: eva,
    message_id: expect.stringMatching(/^m_/) as string,
  });
  await hear('Great');
  const [thread, ...more] = await rows(`/${page.id}/conversations?fields=${threadFields}`);
  expect(more).toEqual([]);
  const person = { id: eva, name: 'Eva K', email: `${eva}@facebook.com` };
  const self = { id: page.id, name: page.name, email: `${page.id}@facebook.com` };
  expect(thread).toMatchObject({
    participants: { data: [person, self] },
    snippet: 'Great',
    unread_count: 1,
    can_reply: true,
    message_count: 3,
    messages: {
      data: [
        { message: 'Great', from: person, to: { data: [self] } },
        { message: 'Yes', from: self, to: { data: [person] }, id: dig(sent.body, 'message_id') },
        { message: 'Is it blue?', from: person },
      ],
    },
  });
  const own = await tester.get(`/${dig(sent.body, 'message_id')}?fields=message,from`);
  expect(own.body).toMatchObject({ message: 'Yes', from: { id: page.id } });
  expect((await tester.get(`/${page.id}?fields=unread_message_count`)).body).toMatchObject({
    unread_message_count: 1,
  });
});

test('conversations come newest first, page by page, or for one person', async () => {
  const people: string[] = [];
  for (const name of ['Ann', 'Ben', 'Cem']) {
    people.push(await hear('Hello', 'fb', name));
    await tester.advance(60_000);
  }
  await hear('Me again', 'fb', 'Ann');
  const first = await tester.get('/me/conversations?fields=participants&limit=2');
  const after = dig(first.body, 'paging', 'cursors', 'after');
  const rest = await rows(`/me/conversations?fields=participants&limit=2&after=${after}`);
  const names = [...(first.body as { data: Row[] }).data, ...rest].map((row) =>
    dig(row, 'participants', 'data', 0, 'name'),
  );
  expect(names).toEqual(['Ann', 'Cem', 'Ben']);
  const one = await rows(`/me/conversations?fields=participants&user_id=${people[1]}`);
  expect(one.map((row) => dig(row, 'participants', 'data', 0, 'id'))).toEqual([people[1]]);
  const [thread] = await rows('/me/conversations');
  const page = await tester.get(`/${thread?.id}/messages?fields=message&limit=1`);
  const next = dig(page.body, 'paging', 'cursors', 'after');
  expect(page.body).toMatchObject({ data: [{ message: 'Me again' }] });
  expect(await rows(`/${thread?.id}/messages?fields=message&limit=1&after=${next}`)).toMatchObject([
    { message: 'Hello' },
  ]);
});

test.each([
  ['fb', 2018278],
  ['ig', 2534022],
] as const)('the window on %s is a day, a week for human beings', async (network, subcode) => {
  const eva = await hear('Hello', network);
  const closed = { error: { code: 10, error_subcode: subcode } };
  expect((await say(eva, 'At once')).status).toBe(200);
  await tester.advance(23 * hourMs);
  expect((await say(eva, 'Same day')).status).toBe(200);
  await tester.advance(2 * hourMs);
  expect((await say(eva, 'Late')).body).toMatchObject(closed);
  expect((await say(eva, 'Late, by hand', human)).status).toBe(200);
  await tester.advance(6 * 24 * hourMs);
  expect((await say(eva, 'Too late', human)).body).toMatchObject(closed);
  const platform = network === 'fb' ? 'MESSENGER' : 'instagram';
  const [thread] = await rows(`/me/conversations?platform=${platform}&fields=can_reply`);
  expect(thread).toMatchObject({ can_reply: false });
  await hear('Still there?', network);
  expect((await say(eva, 'Again')).status).toBe(200);
  const sent = (await tester.ledger()).filter(
    (effect) => effect.kind === 'message' && effect.by === 'api',
  );
  expect(sent.map((effect) => effect.text)).toEqual([
    'At once',
    'Same day',
    'Late, by hand',
    'Again',
  ]);
});

test.each([
  ['no recipient', { recipient: {} }, 100, undefined],
  ['somebody unknown', { recipient: { id: '77' } }, 100, 2018001],
  ['nothing to say', { message: {} }, 100, undefined],
  ['too many words', { message: { text: 'x'.repeat(2001) } }, 100, undefined],
  [
    'a tag that was withdrawn',
    { messaging_type: 'MESSAGE_TAG', tag: 'ACCOUNT_UPDATE' },
    100,
    undefined,
  ],
  ['no tag', { messaging_type: 'MESSAGE_TAG' }, 100, undefined],
  ['a type that is none', { messaging_type: 'SHOUT' }, 100, undefined],
  ['an unknown parameter', { colour: 'red' }, 100, undefined],
  ['an action with words', { sender_action: 'typing_on' }, 100, undefined],
  ['an attachment of no kind', { message: { attachment: { type: 'smell' } } }, 100, undefined],
  ['an attachment without bytes', { message: { attachment: { type: 'image' } } }, 100, undefined],
])('refuses %s', async (_name, values, code, subcode) => {
  const eva = await hear('Hello');
  const refused = await say(eva, 'x', values);
  expect(refused.status).toBe(400);
  expect(refused.body).toMatchObject({
    error: { code, ...(subcode === undefined ? {} : { error_subcode: subcode }) },
  });
  expect((await tester.ledger()).filter((effect) => effect.by === 'api')).toEqual([]);
});

test('Instagram counts bytes and names people by their handle', async () => {
  const eva = await hear('Salut', 'ig', 'eva.k');
  expect((await say(eva, 'é'.repeat(501))).body).toMatchObject({ error: { code: 100 } });
  expect((await say(eva, 'é'.repeat(500))).status).toBe(200);
  const [thread] = await rows('/me/conversations?platform=instagram&fields=participants');
  expect(thread).toMatchObject({
    participants: {
      data: [
        { id: eva, username: 'eva.k' },
        { id: tester.ready.instagram.id, username: tester.ready.instagram.username },
      ],
    },
  });
  expect(await rows('/me/conversations?platform=messenger')).toEqual([]);
});

test('Instagram tells the twenty newest messages in full, older ones by id only', async () => {
  for (let n = 1; n <= 22; n += 1) await hear(`m${n}`, 'ig');
  const [thread] = await rows('/me/conversations?platform=instagram&fields=message_count');
  expect(thread).toMatchObject({ message_count: 22 });
  const messages = await rows(`/${thread?.id}/messages?fields=message,created_time&limit=50`);
  expect(messages).toHaveLength(22);
  expect(messages.map((row) => row['message']).filter((text) => text !== undefined)).toEqual(
    Array.from({ length: 20 }, (_, index) => `m${22 - index}`),
  );
  expect(messages.at(-1)).toMatchObject({ created_time: expect.any(String) as string });
});

test('Instagram hides requests after thirty quiet days, and everything when its owner says so', async () => {
  await hear('Old request', 'ig', 'ann');
  const ben = await hear('Answered', 'ig', 'ben');
  await say(ben, 'Hi');
  const list = '/me/conversations?platform=instagram&fields=participants';
  expect(await rows(list)).toHaveLength(2);
  await tester.advance(31 * 24 * hourMs);
  expect((await rows(list)).map((row) => dig(row, 'participants', 'data', 0, 'id'))).toEqual([ben]);
  await tester.control('/settings', { instagramMessageAccess: false });
  expect(await rows(list)).toEqual([]);
});

test('a private answer begins a conversation in which nothing more may be said at first', async () => {
  const post = await tester.visiblePost();
  const told = await tester.control('/comments', {
    object: post,
    message: 'How much?',
    from: 'Eva K',
  });
  const comment = dig(told, 'id');
  const answer = await tester.post('/me/messages', {
    recipient: { comment_id: comment },
    message: { text: 'It is 9 €' },
  });
  const eva = dig(answer.body, 'recipient_id');
  const found = await rows(
    `/me/conversations?user_id=${eva}&fields=can_reply,messages{message,from}`,
  );
  expect(found).toMatchObject([
    {
      can_reply: false,
      messages: { data: [{ message: 'It is 9 €', from: { id: tester.ready.page.id } }] },
    },
  ]);
  expect((await say(eva, 'And?')).body).toMatchObject({ error: { code: 10 } });
  await hear('Thanks');
  expect((await say(eva, 'You are welcome')).status).toBe(200);
});

test('a comment on Instagram is answered privately through the Page, with the permission', async () => {
  const media = await tester.media();
  const told = await tester.control('/comments', {
    object: media,
    message: 'Prix ?',
    from: 'eva.k',
  });
  const values = { recipient: { comment_id: dig(told, 'id') }, message: { text: '9 €' } };
  const permission = 'instagram_manage_messages';
  await tester.control('/permissions', { permission, granted: false });
  const refused = await tester.post('/me/messages', values);
  expect(refused.body).toMatchObject({
    error: { code: 10, message: expect.stringContaining(permission) as string },
  });
  expect((await tester.get('/me/conversations?platform=instagram')).body).toMatchObject({
    error: { code: 10 },
  });
  await tester.control('/permissions', { permission, granted: true });
  expect((await tester.post('/me/messages', values)).status).toBe(200);
  expect((await tester.post('/me/messages', values)).body).toMatchObject({
    error: { code: 10900 },
  });
  const [thread] = await rows('/me/conversations?platform=instagram&fields=snippet');
  expect(thread).toMatchObject({ snippet: '9 €' });
});

test('what was read is marked, what is being typed leaves nothing', async () => {
  const eva = await hear('Hello');
  const act = (action: string): Promise<Answered> =>
    tester.post('/me/messages', { recipient: { id: eva }, sender_action: action });
  const unread = async (): Promise<unknown> =>
    (await rows('/me/conversations?fields=unread_count,message_count'))[0];
  expect((await act('typing_on')).body).toEqual({ recipient_id: eva });
  expect(await unread()).toMatchObject({ unread_count: 1 });
  expect((await act('mark_seen')).body).toEqual({ recipient_id: eva });
  expect(await unread()).toMatchObject({ unread_count: 0, message_count: 1 });
  expect((await act('wink')).body).toMatchObject({ error: { code: 100 } });
});

test('pictures are sent by address or as bytes, and looked at', async () => {
  const eva = await hear('Show me');
  const attachment = { type: 'image', payload: { url: await tester.imageUrl(800, 600) } };
  expect((await say(eva, '', { message: { attachment } })).status).toBe(200);
  const form = {
    recipient: JSON.stringify({ id: eva }),
    messaging_type: 'RESPONSE',
    message: JSON.stringify({ attachment: { type: 'image', payload: {} } }),
  };
  const bytes = await tester.form('/me/messages', {
    ...form,
    filedata: blob(await jpeg(640, 480)),
  });
  expect(bytes.status).toBe(200);
  const wrong = await tester.form('/me/messages', { ...form, filedata: blob(Buffer.from('no')) });
  expect(wrong.body).toMatchObject({ error: { code: 100, error_subcode: 2018008 } });
  const [thread] = await rows('/me/conversations?fields=messages.limit(2){attachments}');
  const pictures = [1, 0].map((index) => {
    const place = ['messages', 'data', index, 'attachments', 'data', 0] as const;
    return {
      url: dig(thread, ...place, 'image_data', 'url'),
      width: dig(thread, ...place, 'image_data', 'width'),
    };
  });
  expect(pictures.map(({ width }) => width)).toEqual(['800', '640']);
  for (const { url } of pictures) {
    const picture = await fetch(url);
    expect(picture.headers.get('content-type')).toBe('image/jpeg');
  }
});

test('a person who is blocked can be told nothing until they are unblocked', async () => {
  const { page } = tester.ready;
  const eva = await hear('Buy my followers');
  expect((await tester.post(`/${page.id}/blocked`, { user: [eva] })).body).toEqual({ [eva]: true });
  expect(await rows(`/${page.id}/blocked`)).toEqual([{ id: eva, name: 'Eva K' }]);
  expect((await say(eva, 'Hi')).body).toMatchObject({ error: { code: 551 } });
  const unblocked = await tester.del(`/${page.id}/blocked?user=${eva}`);
  expect(unblocked.body).toEqual({ success: true });
  expect(await rows(`/${page.id}/blocked?user=${eva}`)).toEqual([]);
  expect((await say(eva, 'Hi')).status).toBe(200);
  for (const values of [{}, { user: ['somebody'] }, { sausage: '1' }])
    expect((await tester.post(`/${page.id}/blocked`, values)).body).toMatchObject({
      error: { code: 100 },
    });
});

test.each([
  ['a field', '/me/conversations?fields=colour', 100],
  ['a parameter', '/me/conversations?colour=red', 100],
  ['a platform', '/me/conversations?platform=pigeon', 100],
  ['a conversation', '/t_404', 100],
  ['a message', '/m_nothing', 100],
])('refuses %s that is unknown', async (_name, path, code) => {
  await hear('Hello');
  expect((await tester.get(path)).body).toMatchObject({ error: { code } });
});

test('conversations want the Page and its permission', async () => {
  await hear('Hello');
  const [thread] = await rows('/me/conversations');
  const refused = await tester.get(
    `/${tester.ready.page.id}/conversations`,
    tester.ready.user.token,
  );
  expect(refused.body).toMatchObject({ error: { code: 200 } });
  await tester.control('/permissions', { permission: 'pages_messaging', granted: false });
  for (const path of ['/me/conversations', `/${thread?.id}`, `/${thread?.id}/messages`]) {
    expect((await tester.get(path)).body).toMatchObject({ error: { code: 10 } });
  }
  expect(await tester.control('/messages', { message: 'Still heard' })).toMatchObject({
    id: expect.any(String) as string,
  });
  await expect(tester.control('/messages', { network: 'x', message: 'x' })).rejects.toThrow();
  await expect(tester.control('/messages', { page: '1', message: 'x' })).rejects.toThrow();
});

test('customers write now and then, and answer what they are told', async () => {
  const lively = await openTester({ settings: { personas: true } });
  try {
    const { page } = lively.ready;
    for (let n = 0; n < 20; n += 1) await lively.visiblePost(`post ${n}`);
    await lively.advance(hourMs);
    const heard = async (): Promise<number> =>
      (await lively.ledger()).filter((one) => one.kind === 'message' && one.by === 'persona')
        .length;
    const before = await heard();
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(12);
    const { body } = await lively.get(`/${page.id}/conversations?fields=participants`);
    for (const thread of (body as { data: Row[] }).data) {
      const personId = dig(thread, 'participants', 'data', 0, 'id');
      for (let n = 0; n < 4; n += 1) {
        const message = { text: `Answer ${n}` };
        await lively.post('/me/messages', { recipient: { id: personId }, message });
      }
    }
    await lively.advance(hourMs);
    expect(await heard()).toBeGreaterThan(before);
  } finally {
    await lively.close();
  }
});
