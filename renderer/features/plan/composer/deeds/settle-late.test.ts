import { expect, it } from 'vitest';
import { settleLate } from './settle-late.ts';

/** Refuses what `bad` names, and remembers what it was asked. */
function studio(bad: readonly string[]) {
  const asked: string[] = [];
  const one = (name: string) => async (input: { postId: string }) => {
    asked.push(`${name} ${input.postId}`);
    if (bad.includes(input.postId)) throw new Error('refused');
    return { targets: [] };
  };
  const placeNext = async ({ postIds }: { postIds: string[] }) => {
    asked.push(`place ${postIds.join(' ')}`);
    const refused = postIds.filter((id) => bad.includes(id));
    return {
      placed: postIds
        .filter((id) => !bad.includes(id))
        .map((postId) => ({ postId, at: '', wall: '' })),
      refused: refused.map((postId) => ({ postId, title: '', text: '' })),
    };
  };
  return {
    asked,
    client: { posts: { publishNow: one('publish'), cancel: one('cancel'), placeNext } },
  };
}

it('publishes each in turn, and one that is refused holds up no other', async () => {
  const { client, asked } = studio(['b']);
  expect(await settleLate(client, 'publish', ['a', 'b', 'c'])).toEqual({ done: 2, left: 1 });
  expect(asked).toEqual(['publish a', 'publish b', 'publish c']);
});

it('keeps all as drafts, or asks once for the next free times', async () => {
  const { client, asked } = studio([]);
  expect(await settleLate(client, 'draft', ['a', 'b'])).toEqual({ done: 2, left: 0 });
  expect(await settleLate(client, 'place', ['a', 'b'])).toEqual({ done: 2, left: 0 });
  expect(asked).toEqual(['cancel a', 'cancel b', 'place a b']);
});
