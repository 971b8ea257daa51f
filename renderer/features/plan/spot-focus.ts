import { neighbourSpot } from './plan-view.ts';

/** Where the keyboard stands: on a day or an hour, or on a post in it. */
export type Standing = { spot: string; postId?: string | undefined };

/** Where an arrow key leads: through the posts of a day or hour, then to the next one, there to its
 *  nearest post or, where it has none, to the place itself. Undefined when the key leads nowhere. */
export function nextStanding(
  { spot, postId }: Standing,
  key: string,
  postsAt: (spot: string) => readonly string[] | undefined,
): Standing | undefined {
  const own = postsAt(spot) ?? [];
  const index = postId === undefined ? -1 : own.indexOf(postId);
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  const inside = postId === undefined || step === 0 ? undefined : own[index + step];
  if (inside !== undefined) return { spot, postId: inside };
  const next = neighbourSpot(spot, key);
  const there = next === undefined ? undefined : postsAt(next);
  if (next === undefined || !there) return undefined;
  const beside = Math.min(Math.max(index, 0), there.length - 1);
  return { spot: next, postId: step === 0 ? there[beside] : there.at(step > 0 ? 0 : -1) };
}
