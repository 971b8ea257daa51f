import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { invite, type Customers } from './customers.ts';
import { defined, hourMs, minuteMs, openReactionsStudio } from './reactions-studio.ts';
import type { ReactionsStudio } from './reactions-studio.ts';
import { expectTold } from './told.ts';

let studio: ReactionsStudio;
let customers: Customers;
beforeAll(async () => {
  studio = await openReactionsStudio();
  customers = invite(studio);
});
afterAll(() => studio.close());
afterEach(async () => {
  for (const one of permissions) await studio.practice.control.setPermission(one, true);
  await studio.practice.control.restoreTokens();
  await studio.recover();
});
const permissions = [
  'pages_manage_posts',
  'instagram_content_publish',
  'pages_manage_engagement',
  'instagram_manage_comments',
];

const networks = ['facebook', 'instagram'] as const;
const replyEdges = { facebook: 'POST /{comment}/comments', instagram: 'POST /{comment}/replies' };

/** A customer's comment, read by the studio and answered. */
async function answer(network: (typeof networks)[number], person: string): Promise<string> {
  await customers.say(network, person);
  await studio.inbox.sync();
  return customers.reply(person, `To ${person}`);
}

describe.each(networks)('F40 on %s a token that dies', (network) => {
  it.each([458, 459, 460, 463, 464, 467, 490])(
    'by %i between preparing and showing: work is kept, told once, and goes on once',
    async (subcode) => {
      const caption = `${network} ${subcode}`;
      const { control, ready } = studio.practice;
      const { postId } = studio.write(network, caption);
      const at = new Date(studio.now() + 2 * minuteMs).toISOString();
      studio.features.posts.schedule({ postId, at });
      const id = await answer(network, caption);
      await studio.passPublishing(minuteMs);
      expect(studio.target(postId).state).toBe('ready');
      const noticesBefore = studio.notices.length;

      await control.expireToken({ page: ready.page.id, subcode });
      await studio.passPublishing(2 * minuteMs);
      await studio.passInbox(0);
      expect(studio.target(postId)).toMatchObject({
        state: 'waiting',
        reason: { code: 'sign-in' },
      });
      expect(customers.item(id)).toMatchObject({
        state: 'waiting',
        waitsFor: { code: 'sign-in' },
      });
      expect(studio.account(network).health).toBe('sign-in');
      expectTold((language) => studio.account(network, language).healthReason);
      expect(studio.notices.length - noticesBefore).toBe(1);

      const before = await studio.requests();
      await studio.passPublishing(20 * minuteMs);
      await studio.passInbox(20 * minuteMs);
      expect(await studio.requests()).toBe(before);

      await control.restoreTokens();
      await studio.signIn();
      await studio.passPublishing(minuteMs);
      await studio.passInbox(0);
      expect(studio.target(postId).state).toBe('published');
      expect(customers.item(id)).toBeUndefined();
      expect([await studio.effects(caption), await studio.effects(`To ${caption}`)]).toEqual([
        1, 1,
      ]);
    },
  );

  it('F92 is not there any more while an answer is unclear: it is never sent twice', async () => {
    const { control, ready } = studio.practice;
    const person = `${network} locked`;
    await customers.say(network, person);
    await studio.inbox.sync();
    await control.fault({ edge: replyEdges[network], mode: 'http500-after', count: 1 });
    const id = customers.reply(person, `To ${person}`);
    await studio.passInbox(0);
    expect(customers.item(id)?.state).toBe('uncertain');
    const name = `token:page:${ready.page.id}`;
    const token = defined(await studio.secrets.get(name));
    await studio.secrets.delete(name);
    await studio.passInbox(20 * minuteMs);
    expectTold((language) => customers.item(id, language)?.question);
    await studio.secrets.set(name, token);
    await studio.passInbox(minuteMs);
    expect(customers.item(id)).toBeUndefined();
    expect(await studio.effects(`To ${person}`)).toBe(1);
  });
});

describe.each([
  ['facebook', 'pages_manage_posts'],
  ['instagram', 'instagram_content_publish'],
] as const)('F40 on %s the permission %s', (network, permission) => {
  it('taken away is told by its name; the post waits and goes out once', async () => {
    const { control } = studio.practice;
    await control.setPermission(permission, false);
    const postId = studio.publishNow(network, permission);
    await studio.passPublishing(minuteMs);
    const { state, reason } = studio.target(postId);
    expect({ state, code: reason?.code }).toEqual({ state: 'waiting', code: 'permission' });
    for (const language of ['fr', 'en'] as const) {
      expect(studio.target(postId, language).reason?.text).toContain(permission);
      const { missing } = studio.account(network, language);
      expect(missing.find((one) => one.capability === 'publish')?.text).toContain(permission);
    }
    await customers.say(network, permission);
    expect(await studio.inbox.sync()).toMatchObject({ stored: 1 });

    await control.setPermission(permission, true);
    await studio.signIn();
    await studio.passPublishing(minuteMs);
    expect(studio.target(postId).state).toBe('published');
    expect(await studio.effects(permission)).toBe(1);
  });
});

describe.each([
  ['facebook', 'pages_manage_engagement'],
  ['instagram', 'instagram_manage_comments'],
] as const)('F40 on %s the permission %s', (network, permission) => {
  it('taken away holds the answer by its name, while posts go out', async () => {
    const { control } = studio.practice;
    await customers.say(network, permission);
    await studio.inbox.sync();
    await control.setPermission(permission, false);
    const id = customers.reply(permission, `To ${permission}`);
    await studio.passInbox(0);
    expect(customers.item(id)).toMatchObject({
      state: 'waiting',
      waitsFor: { code: 'permission' },
    });
    for (const language of ['fr', 'en'] as const)
      expect(customers.item(id, language)?.waitsFor?.text).toContain(permission);
    const missing = studio.account(network).missing.map((one) => one.code);
    expect(missing).toContain(`permission:${permission}`);
    const postId = studio.publishNow(network, `${permission} post`);
    await studio.passPublishing(minuteMs);
    expect(studio.target(postId).state).toBe('published');

    await control.setPermission(permission, true);
    await studio.signIn();
    await studio.passInbox(10 * minuteMs);
    expect(customers.item(id)).toBeUndefined();
    expect(await studio.effects(`To ${permission}`)).toBe(1);
  });
});

describe('a restricted account', () => {
  const block = { edge: 'POST /{page}/feed', mode: 'error', code: 368, count: 1 };

  it('holds its other posts too until its time is over', async () => {
    await studio.practice.control.fault(block);
    const struck = studio.publishNow('facebook', 'struck');
    await studio.publish();
    const other = studio.publishNow('facebook', 'other');
    const before = await studio.requests();
    await studio.passPublishing(55 * minuteMs);
    expect(await studio.requests()).toBe(before);
    for (const postId of [struck, other]) {
      const { state, reason } = studio.target(postId);
      expect({ state, code: reason?.code }).toEqual({ state: 'waiting', code: 'restricted' });
      expectTold((language) => studio.target(postId, language).reason);
    }
    await studio.passPublishing(10 * minuteMs);
    for (const postId of [struck, other]) expect(studio.target(postId).state).toBe('published');
    expect([await studio.effects('struck'), await studio.effects('other')]).toEqual([1, 1]);
  });

  it('sends what a person asks for knowing of it', async () => {
    await studio.practice.control.fault(block);
    const postId = studio.publishNow('facebook', 'insisted');
    await studio.publish();
    expect(studio.target(postId).state).toBe('waiting');
    studio.features.publishing.retry({ targetId: studio.target(postId).id });
    await studio.passPublishing(minuteMs);
    expect(studio.target(postId).state).toBe('published');
    expect(await studio.effects('insisted')).toBe(1);
    await studio.passPublishing(hourMs);
    expect(studio.account('facebook').health).toBe('ok');
  });
});
