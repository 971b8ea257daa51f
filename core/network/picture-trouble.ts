import type { GraphResult } from 'graph-api-client';
import type { LostWhy, WebAnswer } from './web-exchange.ts';

/** What can be wrong with a shop's own storage; every kind has its sentence in texts `pictures`. */
export const troubleKinds = [
  // between us and it
  'unreachable',
  'insecure',
  'private',
  'slow',
  'cut',
  'too-long',
  // what it answered
  'busy',
  'full',
  'denied',
  'missing',
  'elsewhere',
  'clock',
  'refused',
  // what is set here
  'not-set',
  'no-secret',
  'no-address',
  'address',
  'file',
  // when its public address is read
  'not-public',
  'not-there',
  'not-picture',
  // when it is asked to remove
  'stays',
  // the way through the Page
  'no-account',
  'page',
  'lapses',
] as const;
export type TroubleKind = (typeof troubleKinds)[number];

/** `words` are the network's own; never an address, a name or a secret. */
export type PictureTrouble = { kind: TroubleKind; httpStatus?: number; words?: string };

export type HostAnswer<T> = { ok: true; value: T } | { ok: false; trouble: PictureTrouble };

export function trouble(
  kind: TroubleKind,
  httpStatus?: number,
): { ok: false; trouble: PictureTrouble } {
  return { ok: false, trouble: { kind, ...(httpStatus !== undefined && { httpStatus }) } };
}

/** These pass by themselves: the same upload may be made again, as nobody sees it. */
const passing = new Set<TroubleKind>(['unreachable', 'slow', 'cut', 'busy', 'too-long']);

/** After these the storage may hold what was sent all the same. */
const unclear = new Set<TroubleKind>(['slow', 'cut', 'busy', 'too-long', 'no-address']);

/** Does this answer to an upload prove that nothing lies there? */
export function leftNothing({ kind }: PictureTrouble): boolean {
  return !unclear.has(kind);
}

const meaningPrefix = 'picture-store-';

/** A trouble in the shape of a failed call, for those who asked for a public address. */
export function failureOf({ kind, httpStatus }: PictureTrouble): GraphResult<never> {
  return {
    ok: false,
    failure: {
      outcome: 'not-done',
      reaction: passing.has(kind) ? 'retry' : 'fix',
      meaning: kind === 'file' ? 'file-unreadable' : `${meaningPrefix}${kind}`,
      message: `the picture storage: ${kind}`,
      ...(httpStatus !== undefined && { httpStatus }),
    },
  };
}

const lostKinds: Record<LostWhy, TroubleKind> = {
  unreachable: 'unreachable',
  insecure: 'insecure',
  private: 'private',
  slow: 'slow',
  cut: 'cut',
  'too-long': 'too-long',
};

/** What S3-compatible storages call their errors, where the status alone says too little. */
const codeKinds: Record<string, TroubleKind> = {
  RequestTimeTooSkewed: 'clock',
  RequestExpired: 'clock',
  NoSuchBucket: 'missing',
  AuthorizationHeaderMalformed: 'elsewhere',
  IllegalLocationConstraintException: 'elsewhere',
  InvalidAccessKeyId: 'denied',
  SignatureDoesNotMatch: 'denied',
  AccessDenied: 'denied',
  QuotaExceeded: 'full',
  XMinioStorageFull: 'full',
  SlowDown: 'busy',
  RequestTimeout: 'busy',
};

const statusKinds: Record<number, TroubleKind> = {
  401: 'denied',
  403: 'denied',
  404: 'missing',
  408: 'busy',
  429: 'busy',
  507: 'full',
};

/** Undefined when the storage did what it was asked. */
export function troubleIn(answer: WebAnswer): PictureTrouble | undefined {
  if (answer.kind === 'lost') return { kind: lostKinds[answer.why] };
  const { status } = answer;
  if (status >= 200 && status < 300) return undefined;
  const code = /<Code>(\w{1,60})<\/Code>/.exec(answer.body.toString('utf8'))?.[1] ?? '';
  return { kind: codeKinds[code] ?? kindOfStatus(status), httpStatus: status };
}

function kindOfStatus(status: number): TroubleKind {
  const known = statusKinds[status];
  if (known) return known;
  if (status >= 300 && status < 400) return 'elsewhere';
  return status >= 500 ? 'busy' : 'refused';
}
