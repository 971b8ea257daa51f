import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { NodeType } from '../graph/graph-node.ts';
import { openSpecLists } from '../graph/spec-lists.ts';
import { businessType } from '../nodes/business-node.ts';
import { catalogType, productType } from '../nodes/catalogue-nodes.ts';
import { commentType } from '../nodes/comment-node.ts';
import { igCommentType } from '../nodes/instagram-comment-node.ts';
import { containerType, instagramType, mediaType } from '../nodes/instagram-nodes.ts';
import { pageType } from '../nodes/page-node.ts';
import { photoType } from '../nodes/photo-node.ts';
import { postType } from '../nodes/post-node.ts';
import { threadType } from '../nodes/thread-node.ts';
import { userType } from '../nodes/user-node.ts';
import { videoType } from '../nodes/video-node.ts';
import { routes } from '../routes.ts';
import { dig, openTester } from '../testing/open-tester.ts';

const lists = openSpecLists();
const load = (): undefined => undefined;

function unlisted({ spec, extra = [], fields, edges }: NodeType<never>): string[] {
  return [...Object.keys(fields), ...Object.keys(edges)].filter(
    (name) => !extra.includes(name) && (spec === undefined || !lists.knowsField(spec, name)),
  );
}

test.each([
  ['Page', pageType(load)],
  ['post', postType(load)],
  ['photo', photoType(load)],
  ['video', videoType(load)],
  ['comment', commentType(load)],
  ['Instagram account', instagramType(load)],
  ['container', containerType()],
  ['media', mediaType(load)],
  ['Instagram comment', igCommentType(load)],
  ['catalogue', catalogType(load)],
  ['product', productType()],
  ['user', userType(load)],
  ['business', businessType(load)],
  ['conversation', threadType(load)],
])('a %s answers no name that the published list lacks', (_name, type) => {
  expect(unlisted(type as unknown as NodeType<never>)).toEqual([]);
});

test('every writing edge with parameters is on a published list', () => {
  for (const [key, { spec }] of Object.entries(routes)) {
    if (spec === undefined) continue;
    const [method = ''] = key.split(' ');
    expect(lists.params(spec[0], method, spec[1]), key).toBeDefined();
  }
});

function fieldNames(file: string): string[] {
  const path = join(import.meta.dirname, '..', '..', 'specs', `${file}.json`);
  const { fields } = JSON.parse(readFileSync(path, 'utf8')) as { fields: { name: string }[] };
  return fields.map((field) => field.name);
}

test('tags, searches, shops and video states have the published shape', async () => {
  const tester = await openTester();
  const { catalogue, instagram, user } = tester.ready;
  const item = { retailer_id: 'S', name: 'Pot', price: 990, currency: 'EUR' };
  const made = await tester.post(`/${catalogue.id}/products`, item, user.token);
  await tester.control('/products/review', { retailerId: 'S', status: 'approved' });
  const product_tags = [{ product_id: dig(made.body, 'id'), x: 0, y: 0 }];
  const media = await tester.media({ product_tags });
  const started = await tester.post('/me/video_reels', { upload_phase: 'start' });
  const rows = async (path: string): Promise<Record<string, unknown>> => {
    const { body } = await tester.get(path, user.token);
    return (body as { data: Record<string, unknown>[] }).data[0] ?? {};
  };
  const reel = await tester.get(`/${dig(started.body, 'video_id')}?fields=status`);
  const shapes: [string, Record<string, unknown>][] = [
    ['ShadowIGMediaProductTags', await rows(`/${media}/product_tags`)],
    [
      'ShadowIGUserCatalogProductSearch',
      await rows(`/${instagram.id}/catalog_product_search?catalog_id=${catalogue.id}`),
    ],
    ['UserAvailableCatalogs', await rows(`/${instagram.id}/available_catalogs`)],
    ['VideoStatus', (reel.body as { status: Record<string, unknown> }).status],
  ];
  for (const [file, shape] of shapes) {
    expect(Object.keys(shape).length).toBeGreaterThan(0);
    expect(fieldNames(file)).toEqual(expect.arrayContaining(Object.keys(shape)));
  }
  await tester.close();
});
