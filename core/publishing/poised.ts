import type { TargetRow } from './store.ts';

/** Which targets were looked at moments ago. Kept in memory only: another start looks again. */
export type Poised = {
  note(row: Pick<TargetRow, 'id' | 'claim'>, now: number): void;
  has(row: Pick<TargetRow, 'id' | 'claim'>, now: number): boolean;
};

/** Longer than this and a picture may have changed meanwhile. */
const goodForMs = 2 * 60_000;

export function createPoised(): Poised {
  const seen = new Map<string, { claim: number; at: number }>();
  return {
    note({ id, claim }, now) {
      for (const [one, { at }] of seen) if (Math.abs(now - at) > goodForMs) seen.delete(one);
      seen.set(id, { claim, at: now });
    },
    has({ id, claim }, now) {
      const found = seen.get(id);
      return found?.claim === claim && now >= found.at && now - found.at <= goodForMs;
    },
  };
}
