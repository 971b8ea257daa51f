import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ProductFact } from '../../shared/facts.ts';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';
import { altService, type AltService } from './service.ts';

let tools: TestTools;
let service: AltService;

const product = (id: string): ProductFact => ({
  id,
  sku: id,
  title: 'Mug émaillé',
  description: 'En grès gris.',
  priceMinor: 2490,
  currency: 'EUR',
  stock: 3,
  photoAssetIds: [],
  updatedAt: 1,
});

beforeEach(() => {
  tools = openTestTools();
  service = altService(tools, { readProducts: (ids) => ids.map(product) });
  const layers = [
    { kind: 'text', text: 'Nouveau' },
    { kind: 'logo', text: 'Atelier Brume' },
    { kind: 'qr', text: 'https://brume.example/mug' },
    { kind: 'badge', text: '-20 %', hidden: true },
    { kind: 'price', text: '24,90 €' },
  ];
  for (const [id, scene] of [
    ['photo', null],
    ['made', JSON.stringify({ layers })],
  ])
    tools.db
      .prepare(
        `INSERT INTO assets (id, kind, origin, state, name, mime, place, size_bytes, hash, scene,
           created_at) VALUES (?, 'photo', 'studio', 'ready', 'x', 'image/jpeg', 'x', 9, ?, ?, 1)`,
      )
      .run(id, id, scene);
  tools.db.prepare('INSERT INTO asset_products VALUES (?, ?, 0)').run('made', 'p');
});
afterEach(() => tools.close());

it('suggests from the product and what stands in the picture, without logo, code and hidden words', () => {
  expect(service.read({ assetIds: ['made', 'photo'] }).items).toEqual([
    { assetId: 'made', suggested: 'Mug émaillé, gris, grès : Nouveau, 24,90 €' },
    { assetId: 'photo' },
  ]);
});

it('takes the products of the post for a picture that belongs to none', () => {
  const [item] = service.read({ assetIds: ['photo'], productIds: ['p'] }).items;
  expect(item?.suggested).toBe('Mug émaillé, gris, grès');
});

it('keeps what the merchant wrote, until it is emptied', () => {
  service.write('photo', '  Trois tasses sur une planche ', 'c1');
  expect(service.read({ assetIds: ['photo'] }).items[0]?.text).toBe('Trois tasses sur une planche');
  expect(tools.heard).toContainEqual({ type: 'changed', topic: 'media' });
  service.write('photo', ' ');
  expect(service.read({ assetIds: ['photo'] }).items).toEqual([{ assetId: 'photo' }]);
  expect(service.of('photo', ['p'])).toBe('Mug émaillé, gris, grès');
  service.write('photo', 'Une tasse');
  expect(service.of('photo', ['p'])).toBe('Une tasse');
  expect(() => service.write('nobody', 'x')).toThrow('not-found');
});
