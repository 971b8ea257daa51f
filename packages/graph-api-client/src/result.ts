/** What a failed call leaves behind. `not-sent`: no byte reached the network. `not-done`: the network
 *  answered an error that proves nothing happened. `unknown`: it may have happened. */
export type Outcome = 'not-sent' | 'not-done' | 'unknown';

/** What to do about a failure, whichever call it was. */
export type Reaction =
  | 'wait'
  | 'retry'
  | 'reconnect'
  | 'permission'
  | 'account'
  | 'rebuild'
  | 'fix'
  | 'not-ready'
  | 'gone'
  | 'duplicate'
  | 'unknown';

export type GraphFailure = {
  outcome: Outcome;
  reaction: Reaction;
  /** A stable word of our own for the case, as `page-limit` or `token-expired`. */
  meaning: string;
  httpStatus?: number;
  code?: number;
  subcode?: number;
  /** The network's words, without tokens. Never to be matched against. */
  message: string;
  userTitle?: string;
  userMessage?: string;
  /** Meta's support asks for it. */
  traceId?: string;
  /** Parameters the network named as wrong. */
  blame?: string[];
  /** The permission the network named as missing. */
  permission?: string;
  /** How long the network asked to wait, when it said so. */
  retryAfterMs?: number;
  /** True when the line itself is down: name not found, refused, TLS, a page that is not the network's. */
  offline?: boolean;
  /** Where a broken upload goes on, when the network said so. */
  resumeAtBytes?: number;
  /** How far the network wants the next piece, not included. */
  resumeUntilBytes?: number;
};

export type GraphResult<T> =
  | {
      ok: true;
      value: T;
      traceId?: string;
      dateMs?: number;
      /** The version that served the call; another than asked for when that one has ended. */
      servedVersion?: string;
    }
  | { ok: false; failure: GraphFailure };

/** An answer to a call whose effect a customer can see. It is never repeated by this client. */
export type VisibleResult<T> = GraphResult<T> & { visible: true };

/** Invisible calls and reads: may be repeated by the caller. */
export type Call<T> = Promise<GraphResult<T>>;
/** Calls a customer can see the effect of: one request, no read-back, no repeat. */
export type Visible<T> = Promise<VisibleResult<T>>;

export type CallOptions = { signal?: AbortSignal; timeoutMs?: number };

/** How far a file is; `sentBytes` counts what the network had before. */
export type UploadProgress = { sentBytes: number; totalBytes: number };
export type UploadOptions = CallOptions & { onProgress?: (progress: UploadProgress) => void };

/** One page of a list; `after` is there while more may follow. */
export type ListPage<T> = { items: T[]; after?: string };
export type Paging = { limit?: number; after?: string };
