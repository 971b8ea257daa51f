/** Until when a sign-in is good, UTC ms; absent where there is no end or the network does not tell. */
export type SignInEnds = {
  /** The person's token: product tags and catalogue speak with it. */
  expiresAt?: number;
  /** The network's leave to give data, whatever the tokens say. */
  accessEndsAt?: number;
  /** The Pages' tokens: everything else speaks with them. */
  pagesEndAt?: number;
};

export type EndNotice = {
  stage: 'soon' | 'over';
  /** `sign-in`: a token; `access`: the leave to give data. */
  what: 'sign-in' | 'access';
  at: number;
  /** True when nothing goes on after it; else only what speaks with the person's own token ends. */
  stopsAll: boolean;
};

/** The studio tells this long before anything ends. */
export const noticeBeforeMs = 10 * 86_400_000;

type End = Pick<EndNotice, 'what' | 'at' | 'stopsAll'>;

/** The earliest end, from ten days before it. */
export function noticeOf(ends: SignInEnds, now: number): EndNotice | undefined {
  const [first] = endsOf(ends);
  if (!first || first.at - noticeBeforeMs > now) return undefined;
  // Once something stopped everything, that is what matters.
  const stopped = endsOf(ends).find((end) => end.stopsAll && end.at <= now);
  return { ...(stopped ?? first), stage: first.at <= now ? 'over' : 'soon' };
}

/** Why nothing may be asked of the network any more; undefined while something may. */
export function stoppedBy(ends: SignInEnds, now: number): EndNotice['what'] | undefined {
  return endsOf(ends).find((end) => end.stopsAll && end.at <= now)?.what;
}

function endsOf({ expiresAt, accessEndsAt, pagesEndAt }: SignInEnds): End[] {
  const all: (Omit<End, 'at'> & { at: number | undefined })[] = [
    { what: 'sign-in', at: pagesEndAt, stopsAll: true },
    { what: 'access', at: accessEndsAt, stopsAll: true },
    { what: 'sign-in', at: expiresAt, stopsAll: false },
  ];
  return all
    .filter((end): end is End => end.at !== undefined)
    .toSorted((one, other) => one.at - other.at);
}
