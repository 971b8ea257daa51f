/** Share of a limit that is used up, from the usage headers. */
export type Usage = {
  /** `app`, `page`, `pages`, `instagram`, `messenger`, … */
  kind: string;
  /** Whose limit, when the header names it. */
  objectId?: string;
  /** The highest of the three shares, in percent; may pass 100. */
  percent: number;
  regainAfterMs: number;
};

/** Calls that share a limit. Messages and catalogues have limits of their own: theirs stop nothing else. */
export type CallGroup = 'messages' | 'catalogue' | 'other';

/** Said once for each change, not for each call. */
export type PaceNotice =
  /** Reads start `gapMs` apart. */
  | { state: 'slowed'; scope: CallGroup | 'all'; percent: number; gapMs: number }
  /** Nothing is sent before `untilAt` (UTC ms): as long as the network asked for. */
  | { state: 'stopped'; scope: CallGroup | 'all'; untilAt: number }
  | { state: 'free'; scope: CallGroup | 'all' };

/** `waitMs` is 0 when the call may start at once. */
export type PacePlan = { kind: 'go'; waitMs: number } | { kind: 'stopped'; untilAt: number };

/** Keeps calls within what the network's headers say. */
export type Pacer = {
  /** Books the start of one call. Reads are spaced near the limit, writes are not. */
  plan(call: { group: CallGroup; isRead: boolean }): PacePlan;
  /** What an answer said: shares of limits, and how long to stay away. */
  note(answer: {
    group: CallGroup;
    usage: readonly Usage[];
    stayAwayMs?: number | undefined;
  }): void;
};

export type PacerOptions = {
  /** UTC ms; Date.now unless told otherwise. */
  now?: () => number;
  /** A clock that never jumps, for the gaps. */
  elapsedMs?: () => number;
  onPace?: (notice: PaceNotice) => void;
};
