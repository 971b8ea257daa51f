import { expect, test } from 'vitest';
import { customers, sayings, shownWith } from '../personas/customers.ts';
import { openTester, type Tester } from '../testing/open-tester.ts';
import type { Effect } from '../world/ledger.ts';

const settings = { personas: true };

async function comments(tester: Tester): Promise<Effect[]> {
  return (await tester.ledger()).filter((effect) => effect.by === 'persona');
}

test('two to six customers write within ten minutes, the first within twenty seconds', async () => {
  const tester = await openTester({ settings });
  const post = await tester.visiblePost();
  const media = await tester.media();
  await tester.advance(21_000);
  expect(new Set((await comments(tester)).map((effect) => effect.rootId))).toEqual(
    new Set([post, media]),
  );
  await tester.advance(600_000);
  for (const object of [post, media]) {
    const written = (await comments(tester)).filter((effect) => effect.rootId === object);
    expect(written.length).toBeGreaterThanOrEqual(2);
    expect(written.length).toBeLessThanOrEqual(6);
  }
  await tester.advance(3_600_000);
  const total = (await comments(tester)).length;
  expect(total).toBeLessThanOrEqual(12);
  await tester.close();
});

test('the same seed brings the same customers with the same words', async () => {
  const run = async (seed: number): Promise<unknown[]> => {
    const tester = await openTester({ seed, settings });
    await tester.visiblePost();
    await tester.advance(700_000);
    const texts = (await comments(tester)).map((effect) => effect.text);
    await tester.close();
    return texts;
  };
  const first = await run(3);
  expect(await run(3)).toEqual(first);
  expect(await run(4)).not.toEqual(first);
});

test('customers can be sent home, and nobody writes under what is gone', async () => {
  const tester = await openTester({ settings });
  const gone = await tester.visiblePost();
  await tester.del(`/${gone}`);
  await tester.visiblePost();
  await tester.control('/personas', { enabled: false });
  await tester.advance(700_000);
  expect(await comments(tester)).toEqual([]);
  await tester.close();
});

test('who speaks of a plant that came shows it on Facebook', async () => {
  const tester = await openTester({ seed: 2, settings });
  const posts = [];
  for (let n = 0; n < 12; n += 1) posts.push(await tester.visiblePost(`Plant ${n}`));
  await tester.advance(700_000);
  const fields = 'comments{message,attachment}';
  const read = await Promise.all(posts.map((id) => tester.get(`/${id}?fields=${fields}`)));
  type Told = { message: string; attachment?: { type: string } };
  const told = read.flatMap(({ body }) => (body as { comments: { data: Told[] } }).comments.data);
  const shown = told.filter(({ attachment }) => attachment?.type === 'photo');
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.length).toBeLessThan(told.length / 2);
  for (const { message } of shown) expect(shownWith).toContain(message);
  await tester.close();
});

test('customers speak French and English and have something to say on every habit', () => {
  expect(new Set(customers.map((customer) => customer.language))).toEqual(new Set(['fr', 'en']));
  for (const { language, habit } of customers)
    expect(sayings[language][habit].length).toBeGreaterThan(0);
  expect(new Set(customers.map((customer) => customer.handle)).size).toBe(customers.length);
});
