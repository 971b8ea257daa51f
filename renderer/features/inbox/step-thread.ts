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
