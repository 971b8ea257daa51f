import { expect, test } from 'vitest';
import {
  capabilitiesNeeding,
  judgeCapabilities,
  withoutPermission,
  type AccountRights,
} from './capabilities.ts';

const everything: AccountRights = {
  network: 'facebook',
  tasks: ['CREATE_CONTENT', 'MODERATE', 'MESSAGING'],
  permissions: [
    'pages_manage_posts',
    'pages_read_engagement',
    'pages_manage_engagement',
    'pages_read_user_content',
    'pages_messaging',
    'instagram_basic',
    'instagram_content_publish',
    'instagram_manage_comments',
    'instagram_manage_messages',
    'instagram_shopping_tag_products',
    'catalog_management',
  ],
  hasCatalogue: true,
  canTagProducts: true,
};

const without = (...names: string[]): string[] =>
  (everything.permissions ?? []).filter((name) => !names.includes(name));

test('a Page with every right can do all that Facebook offers', () => {
  expect(judgeCapabilities(everything)).toEqual({
    can: ['publish', 'stories', 'reels', 'comments', 'private-replies', 'schedule-on-network'],
    missing: [{ capability: 'product-tags', code: 'network' }],
  });
});

test('an Instagram account with every right can do all that Instagram offers', () => {
  expect(judgeCapabilities({ ...everything, network: 'instagram' })).toEqual({
    can: ['publish', 'stories', 'reels', 'product-tags', 'comments', 'private-replies'],
    missing: [{ capability: 'schedule-on-network', code: 'network' }],
  });
});

test('a missing permission is named, once for each thing that needs it', () => {
  const { missing } = judgeCapabilities({
    ...everything,
    permissions: without('pages_manage_posts'),
  });
  const named = missing.filter((one) => one.name === 'pages_manage_posts');
  expect(named.map((one) => one.capability)).toEqual([
    'publish',
    'stories',
    'reels',
    'schedule-on-network',
  ]);
});

test('a missing task is named', () => {
  const { missing } = judgeCapabilities({ ...everything, tasks: ['CREATE_CONTENT'] });
  expect(missing).toContainEqual({ capability: 'comments', code: 'task', name: 'MODERATE' });
  expect(missing).toContainEqual({
    capability: 'private-replies',
    code: 'task',
    name: 'MESSAGING',
  });
});

test('what the network does not tell is not assumed missing', () => {
  const { can } = judgeCapabilities({ ...everything, tasks: [], permissions: undefined });
  expect(can).toContain('publish');
  const quiet = { ...everything, network: 'instagram' as const, canTagProducts: undefined };
  expect(judgeCapabilities(quiet).can).toContain('product-tags');
});

test.each([
  [{ hasCatalogue: false }, 'no-catalogue'],
  [{ canTagProducts: false }, 'not-eligible'],
  [{ permissions: without('catalog_management') }, 'permission'],
])('product tags with %j lack %s', (change, code) => {
  const rights: AccountRights = { ...everything, network: 'instagram', ...change };
  const lack = judgeCapabilities(rights).missing.find((one) => one.capability === 'product-tags');
  expect(lack?.code).toBe(code);
});

test('knows what a permission is good for', () => {
  expect(capabilitiesNeeding('facebook', 'pages_messaging')).toEqual(['private-replies']);
  expect(capabilitiesNeeding('facebook', 'pages_manage_posts')).toContain('publish');
  expect(capabilitiesNeeding('instagram', 'read_insights')).toEqual([]);
});

test('a permission that is gone takes with it what needs it, once', () => {
  const before = { network: 'facebook' as const, ...judgeCapabilities(everything) };
  const after = withoutPermission(before, 'pages_manage_engagement');
  expect(after.can).toEqual(before.can.filter((one) => one !== 'comments'));
  expect(after.missing.at(-1)).toEqual({
    capability: 'comments',
    code: 'permission',
    name: 'pages_manage_engagement',
  });
  expect(withoutPermission({ ...before, ...after }, 'pages_manage_engagement')).toEqual(after);
});
