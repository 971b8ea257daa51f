import { expect, test } from 'vitest';
import { customers, sayings } from '../personas/customers.ts';
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

test('customers speak French and English and have something to say on every habit', () => {
  expect(new Set(customers.map((customer) => customer.language))).toEqual(new Set(['fr', 'en']));
  for (const { language, habit } of customers)
    expect(sayings[language][habit].length).toBeGreaterThan(0);
  expect(new Set(customers.map((customer) => customer.handle)).size).toBe(customers.length);
});
