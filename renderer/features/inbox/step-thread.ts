type Listed = { threadId: string };

/** The thread `step` rows below (or above) the open one; the first when none is open. Stays at the ends. */
export function stepThread(
  threads: readonly Listed[],
  openId: string | undefined,
  step: 1 | -1,
): string | undefined {
  const index = threads.findIndex((thread) => thread.threadId === openId);
  if (index === -1) return threads[0]?.threadId;
  return (threads[index + step] ?? threads[index])?.threadId;
}

/** Where to go when the open thread leaves the list: the one below it, else the one above. */
export function neighbourOf(threads: readonly Listed[], openId: string): string | undefined {
  const index = threads.findIndex((thread) => thread.threadId === openId);
  if (index === -1) return threads[0]?.threadId;
  return (threads[index + 1] ?? threads[index - 1])?.threadId;
}

/** The list with the open thread in it. One that has left stays where it stood, between the same neighbours, so
 *  that whoever is at it goes on from there. */
export function withOpen<T extends Listed>(
  threads: readonly T[],
  stood: readonly T[],
  openId: string | undefined,
): readonly T[] {
  if (threads.some(({ threadId }) => threadId === openId)) return threads;
  const at = stood.findIndex(({ threadId }) => threadId === openId);
  const open = stood[at];
  if (!open) return threads;
  const places = new Map(threads.map(({ threadId }, place) => [threadId, place]));
  const isThere = ({ threadId }: T) => places.has(threadId);
  const below = stood.slice(at + 1).find(isThere);
  const above = stood.slice(0, at).findLast(isThere);
  if (below) return threads.toSpliced(places.get(below.threadId) ?? 0, 0, open);
  if (above) return threads.toSpliced((places.get(above.threadId) ?? 0) + 1, 0, open);
  return threads;
}
