/** So many questions an hour for each account: a long conversation of old pictures leaves the network's limit to
 *  what customers wait for. */
const mostAnHour = 120;
const hourMs = 3_600_000;

/** Counts questions for new addresses, by account. */
export function askLimit(now: () => number, most = mostAnHour) {
  const asked = new Map<string, number[]>();
  return {
    /** False when the account has none left for now. */
    take(accountId: string): boolean {
      const since = now() - hourMs;
      // A clock that was set back counts nothing as still to come.
      const recent = (asked.get(accountId) ?? []).filter((at) => at > since && at <= now());
      const isLeft = recent.length < most;
      if (isLeft) recent.push(now());
      asked.set(accountId, recent);
      return isLeft;
    },
  };
}
