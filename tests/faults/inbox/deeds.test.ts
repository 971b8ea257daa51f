import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMediaFactory } from '../../support/media-factory.ts';
import { join } from 'node:path';
import { minuteMs, must, openHarness, secondMs, type Harness } from './inbox-harness.ts';
import { startCrashChild } from './run-crash-child.ts';

let harness: Harness;
let post: string;
beforeEach(async () => {
  harness = await openHarness();
  post = await harness.publish(harness.facebook, 'Les anthuriums sont arrivés.');
});
afterEach(() => harness.close());

const open = () => harness.inbox.outbox('fr');
const conversation = (person: string) => harness.inbox.thread(harness.threadOf(person), 'fr');
/** A comment as it stands in its open thread. */
const shown = (person: string, text: string) => {
  const found = conversation(person).comments.find((one) => one.text === text);
  if (!found) throw new Error(`no comment “${text}”`);
  return found;
};
const blockedIds = async () => {
  const { facebook, uses } = harness;
  const list = must(await uses.client().blockedPeople({ pageId: facebook.remoteId }));
  return list.items.map(({ id }) => id);
};

async function asked(text = 'How much is it?') {
  await harness.say(post, text);
  await harness.sync();
  return harness.comment(text);
}

const edges = ['POST /{comment}/likes', 'DELETE /{comment}', 'POST /{page}/blocked'];

/** Three deeds on three threads, side by side. */
async function actOnThree(): Promise<void> {
  for (const text of ['Like me', 'Delete me', 'Block me']) await harness.say(post, text, text);
  await harness.sync();
  const { inbox, comment } = harness;
  inbox.like({ commentId: comment('Like me').commentId, liked: true, clientId: 'a' });
  inbox.remove({ commentId: comment('Delete me').commentId, clientId: 'b' });
  const { commentId } = comment('Block me');
  inbox.block({ commentId, blocked: true, reason: 'Publicité', clientId: 'c' });
}

async function expectThree(): Promise<void> {
  expect(open()).toEqual([]);
  expect(await harness.effects('like')).toHaveLength(1);
  expect(await harness.effects('delete')).toHaveLength(1);
  expect(await blockedIds()).toHaveLength(1);
}

describe('a like, a deletion and a block', () => {
  it.each(['500-after', '500-before', 'reset-after'])(
    'F59 that are answered with “%s” are read, and true exactly once in the end',
    async (mode) => {
      for (const edge of edges) await harness.control.fault({ edge, mode, count: 1 });
      await actOnThree();
      await harness.tick();
      expect(open().map(({ kind, state }) => `${kind} ${state}`)).toEqual([
        'like uncertain',
        'delete uncertain',
        'block uncertain',
      ]);
      await harness.pass(2 * minuteMs);
      await expectThree();
    },
  );

  it.each(['C1', 'C2', 'C3', 'C4', 'C5'])(
    'F44 are true exactly once although the studio dies at %s of one of them',
    async (point) => {
      await actOnThree();
      const end = await startCrashChild(harness, `reply.${point}`).ended;
      expect(end.signal, end.errors).toBe('SIGKILL');
      harness.restart();
      await harness.pass(2 * minuteMs);
      await expectThree();
    },
  );
});

it('likes, and takes the like back; what is liked already is not liked again', async () => {
  const { commentId } = await asked();
  harness.inbox.like({ commentId, liked: true, clientId: 'a' });
  expect(shown('Emma Wright', 'How much is it?')).toMatchObject({ liked: true, pending: ['like'] });
  await harness.tick();
  harness.inbox.like({ commentId, liked: true, clientId: 'b' });
  await harness.tick();
  expect(await harness.effects('like')).toHaveLength(1);
  harness.inbox.like({ commentId, liked: false, clientId: 'c' });
  await harness.tick();
  expect(await harness.effects('unlike')).toHaveLength(1);
  expect(shown('Emma Wright', 'How much is it?').liked).toBeUndefined();
});

it('deletes a comment with the answers below it; what waited for it is refused, its words kept', async () => {
  const { commentId } = await asked();
  harness.reply('Emma Wright', 'Twelve euros.');
  await harness.tick();
  harness.uses.line.online = false;
  harness.inbox.remove({ commentId, clientId: 'a' });
  expect(() => harness.reply('Emma Wright', 'In a box.')).toThrow('comment-gone');
  expect(shown('Emma Wright', 'How much is it?').pending).toEqual(['delete']);
  harness.uses.line.online = true;
  await harness.tick();
  expect(await harness.effects('delete')).toHaveLength(1);
  expect(conversation('Emma Wright').comments.map(({ state }) => state)).toEqual([
    'deleted',
    'deleted',
  ]);
});

it('asks before it deletes what was rewritten meanwhile', async () => {
  const remote = await harness.say(post, 'Arnaque !');
  await harness.sync();
  const { commentId } = harness.comment('Arnaque !');
  await harness.control.editComment(remote, 'Pardon, je me suis trompée.');
  harness.inbox.remove({ commentId, clientId: 'a' });
  await harness.tick();
  expect(open()[0]).toMatchObject({ question: { code: 'parent-changed' } });
  expect(await harness.effects('delete')).toEqual([]);
});

it('corrects an answer that is out, once, whatever the line does', async () => {
  await asked();
  harness.reply('Emma Wright', 'Twelv euros.');
  await harness.tick();
  const { commentId } = shown('Emma Wright', 'Twelv euros.');
  await harness.control.fault({ edge: 'POST /{comment}', mode: '500-after', count: 1 });
  harness.inbox.editSent({ commentId, text: 'Twelve euros.', clientId: 'a' });
  await harness.pass(minuteMs);
  expect(open()).toEqual([]);
  expect((await harness.effects('edit')).map(({ text }) => text)).toEqual(['Twelve euros.']);
  await harness.sync();
  expect(conversation('Emma Wright').comments.map(({ text }) => text)).toEqual([
    'How much is it?',
    'Twelve euros.',
  ]);
});

it('blocks with a reason that stays here, and lets the person in again', async () => {
  const { commentId } = await asked();
  harness.inbox.block({ commentId, blocked: true, reason: 'Publicité', clientId: 'one' });
  await harness.tick();
  expect(await blockedIds()).toHaveLength(1);
  expect(shown('Emma Wright', 'How much is it?').blocked).toBe(true);
  harness.inbox.block({ commentId, blocked: false, clientId: 'two' });
  await harness.tick();
  expect(await blockedIds()).toEqual([]);
  expect(shown('Emma Wright', 'How much is it?').blocked).toBeUndefined();
});

it('says of each comment what its network has, and refuses the rest', async () => {
  const media = await harness.publish(harness.instagram, 'Une planche de 1928.');
  await harness.say(media, 'Superbe', 'lou.g');
  await harness.sync();
  const { deeds: possible = [], commentId } = shown('lou.g', 'Superbe');
  expect(possible.filter((one) => !one.possible).map(({ name }) => name)).toEqual([
    'attach',
    'like',
    'block',
  ]);
  expect(possible.find(({ name }) => name === 'like')?.why?.text).toBe(
    'Instagram ne prend les j’aime que dans son application.',
  );
  expect(() => harness.inbox.like({ commentId, liked: true, clientId: 'a' })).toThrow(
    'deed-impossible',
  );
  harness.inbox.remove({ commentId, clientId: 'b' });
  await harness.tick();
  expect(await harness.effects('delete')).toHaveLength(1);
});

describe('a picture with an answer', () => {
  async function bring(hash = 'as-written'): Promise<void> {
    const folder = join(harness.tools.folder, 'pictures');
    const path = await createMediaFactory(folder).jpeg('card.jpg', 800, 800);
    harness.fixture.pictures = [{ id: 'card', path, hash }];
  }

  it('goes out with its words, once, although the answer is lost', async () => {
    const { commentId } = await asked();
    await bring();
    const edge = 'POST /{comment}/comments';
    await harness.control.fault({ edge, mode: '500-after', count: 1 });
    harness.inbox.reply({ commentId, text: 'Voici', assetId: 'card', clientId: 'a' });
    await harness.pass(minuteMs);
    expect(open()).toEqual([]);
    const [effect, ...others] = await harness.effects('reply');
    expect(others).toEqual([]);
    expect(effect).toMatchObject({ text: 'Voici', photoIds: [expect.any(String)] });
    await harness.sync();
    expect(shown('Emma Wright', 'Voici')).toMatchObject({
      hasPhoto: true,
      pictureUrl: '/thumb/card',
    });
  });

  it('is not sent when it is another one by then', async () => {
    const { commentId } = await asked();
    await bring();
    harness.uses.line.online = false;
    harness.inbox.reply({ commentId, text: 'Voici', assetId: 'card', clientId: 'a' });
    await bring('changed');
    harness.uses.line.online = true;
    await harness.tick();
    expect(open()[0]).toMatchObject({ state: 'refused', waitsFor: { code: 'picture-changed' } });
    expect(await harness.effects('reply')).toEqual([]);
  });
});

it('names whom it answers, and knows the answer again by the name', async () => {
  await asked();
  const edge = 'POST /{comment}/comments';
  await harness.control.fault({ edge, mode: '500-after', count: 1 });
  const id = harness.reply('Emma Wright', '@Emma Wright twelve euros.');
  await harness.pass(minuteMs);
  expect(harness.item(id).state).toBe('sent');
  const effects = await harness.effects('reply');
  expect(effects.map(({ text }) => text)).toEqual(['Emma Wright twelve euros.']);
});

it('waits two days without a line, then sends everything once and in its order', async () => {
  const { commentId } = await asked();
  harness.uses.line.online = false;
  harness.reply('Emma Wright', 'Twelve euros.');
  harness.inbox.like({ commentId, liked: true, clientId: 'a' });
  harness.reply('Emma Wright', 'In a box.');
  await harness.pass(48 * 60 * minuteMs, 60 * minuteMs);
  expect(open().map(({ state }) => state)).toEqual(['waiting', 'queued', 'queued']);
  harness.uses.line.online = true;
  await harness.pass(15 * secondMs);
  expect(open()).toEqual([]);
  const effects = (await harness.effects()).filter(({ kind }) => ['reply', 'like'].includes(kind));
  expect(effects.map(({ kind, text }) => text ?? kind)).toEqual([
    'Twelve euros.',
    'like',
    'In a box.',
  ]);
});
