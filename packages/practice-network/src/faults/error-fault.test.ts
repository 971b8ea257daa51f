import { afterEach, beforeEach, expect, test } from 'vitest';
import { dig, openTester, type Answered, type Tester } from '../testing/open-tester.ts';

let tester: Tester;
let hidden = '';
beforeEach(async () => {
  tester = await openTester();
  hidden = dig((await tester.post('/me/feed', { message: 'x', published: false })).body, 'id');
});
afterEach(() => tester.close());

const show = (): Promise<Answered> => tester.post(`/${hidden}`, { is_published: true });
const refuse = (options: Record<string, unknown>): Promise<unknown> =>
  tester.control('/faults', { edge: 'POST /{post}', mode: 'error', ...options });

test('an error has every part that one asks for', async () => {
  await refuse({
    code: -1,
    subcode: 2207032,
    httpStatus: 503,
    isTransient: true,
    userTitle: 'Pas maintenant',
    userMessage: 'Réessayez plus tard.',
    message: 'Create media fail',
    blame: 'image_url',
  });
  const answer = await show();
  expect(answer.status).toBe(503);
  expect(answer.body).toMatchObject({
    error: {
      code: -1,
      error_subcode: 2207032,
      is_transient: true,
      error_user_title: 'Pas maintenant',
      error_user_msg: 'Réessayez plus tard.',
      message: '(#-1) Create media fail',
      error_data: { blame_field_specs: [['image_url']] },
    },
  });
  expect(await tester.ledger()).toEqual([]);
});

test('minutes show in the usage headers', async () => {
  await refuse({ code: 80_001, minutes: 9 });
  expect((await show()).headers.get('x-business-use-case-usage')).toContain(
    '"estimated_time_to_regain_access":9',
  );
});

test.each([
  ['before', 0],
  ['after', 1],
])('“%s” leaves %i effects, and the same words', async (when, effects) => {
  await refuse({ code: 506, message: 'Duplicate status message', when });
  const answer = await show();
  expect([answer.status, dig(answer.body, 'error', 'message')]).toEqual([
    400,
    '(#506) Duplicate status message',
  ]);
  expect(await tester.ledger()).toHaveLength(effects);
});

test('it strikes by count, skip and seeded chance as every fault does', async () => {
  await refuse({ code: 2, count: 2, skip: 1 });
  const states = [];
  for (let call = 0; call < 4; call += 1) states.push((await show()).status);
  expect(states).toEqual([200, 400, 400, 200]);
  await refuse({ code: 2, chance: 0.5, seed: 7 });
  const drawn = new Set<number>();
  for (let call = 0; call < 12; call += 1) drawn.add((await show()).status);
  expect(drawn).toEqual(new Set([200, 400]));
});

test('any other moment than before and after is refused', async () => {
  await expect(refuse({ when: 'meanwhile' })).rejects.toThrow('when is before or after');
});
