import { expect, test } from 'vitest';
import type { DrawContext } from './draw-context.ts';
import { createOverlayCache } from './overlay-cache.ts';

/** Takes overlays of 100 px each; answers which were drawn. */
function watched(limitPx: number) {
  const drawn: string[] = [];
  const overlays = createOverlayCache(
    (widthPx, heightPx) => ({ image: { widthPx, heightPx }, ctx: {} as DrawContext }),
    limitPx,
  );
  const take = (id: string, heightPx = 10) => overlays.take(id, 10, heightPx, () => drawn.push(id));
  return { drawn, take };
}

test('draws once what is taken again, and anew what has another size', () => {
  const { drawn, take } = watched(1000);
  expect(take('a')).toBe(take('a'));
  expect(drawn).toEqual(['a']);
  expect(take('a', 20)).toMatchObject({ heightPx: 20 });
  expect(drawn).toEqual(['a', 'a']);
});

test('lets go of what was not taken for longest', () => {
  const { drawn, take } = watched(300);
  for (const id of ['a', 'b', 'c', 'a', 'd']) take(id);
  expect(drawn).toEqual(['a', 'b', 'c', 'd']);
  for (const id of ['a', 'c', 'd']) take(id);
  expect(drawn).toHaveLength(4);
  take('b');
  expect(drawn.at(-1)).toBe('b');
});

test('keeps one that is larger than all that may be kept, until the next', () => {
  const { drawn, take } = watched(50);
  take('a');
  take('a');
  expect(drawn).toEqual(['a']);
  take('b');
  take('a');
  expect(drawn).toEqual(['a', 'b', 'a']);
});
