import type { Reaction } from './result.ts';

/** One case of the network's errors. `code` may be a range, both ends included. */
export type ErrorRow = {
  meaning: string;
  reaction: Reaction;
  code?: number | readonly [number, number];
  subcodes?: readonly number[];
};

/** Subcodes tell more than codes: 4 alone is throttling, 4 with 2207051 a spam block. Sources: Meta's
 *  error pages for the Graph API, Instagram publishing and video uploads, and public clients' handling;
 *  checked 2026-11. */
export const subcodeRows: readonly ErrorRow[] = [
  // The token. 492: a new token alone does not help, the role is gone.
  { subcodes: [458], meaning: 'app-removed', reaction: 'reconnect' },
  { subcodes: [459], meaning: 'checkpoint', reaction: 'reconnect' },
  { subcodes: [460], meaning: 'password-changed', reaction: 'reconnect' },
  { subcodes: [463], meaning: 'session-expired', reaction: 'reconnect' },
  { subcodes: [464], meaning: 'account-unconfirmed', reaction: 'reconnect' },
  { subcodes: [467], meaning: 'token-invalidated', reaction: 'reconnect' },
  { subcodes: [490], meaning: 'second-step', reaction: 'reconnect' },
  { subcodes: [492], meaning: 'role-lost', reaction: 'permission' },
  { subcodes: [2069032], meaning: 'page-token-required', reaction: 'reconnect' },
  // Blocks and restrictions: going on makes them worse.
  { subcodes: [2207051], meaning: 'spam-suspected', reaction: 'account' },
  { subcodes: [2207050], meaning: 'account-restricted', reaction: 'account' },
  { subcodes: [1390008], meaning: 'too-fast', reaction: 'account' },
  { subcodes: [1346003], meaning: 'content-flagged', reaction: 'account' },
  { subcodes: [1404102], meaning: 'community-standards', reaction: 'account' },
  { subcodes: [1404006, 1404112, 4854002], meaning: 'security-check', reaction: 'account' },
  { subcodes: [1404078], meaning: 'publishing-authorisation', reaction: 'account' },
  { subcodes: [1893063], meaning: 'messaging-restricted', reaction: 'account' },
  // Limits.
  { subcodes: [2207042], meaning: 'publishing-limit', reaction: 'wait' },
  { subcodes: [2446079], meaning: 'call-limit', reaction: 'wait' },
  // Instagram containers.
  { subcodes: [2207027], meaning: 'container-not-ready', reaction: 'not-ready' },
  { subcodes: [2207003, 2207077], meaning: 'media-download-timeout', reaction: 'retry' },
  { subcodes: [2207001], meaning: 'instagram-trouble', reaction: 'retry' },
  { subcodes: [2207032], meaning: 'container-not-created', reaction: 'retry' },
  { subcodes: [2207020], meaning: 'media-expired', reaction: 'rebuild' },
  { subcodes: [2207053, 2207082], meaning: 'upload-broken', reaction: 'rebuild' },
  // A published container answers just so: reading decides, not this table.
  { subcodes: [2207006, 2207008], meaning: 'container-missing', reaction: 'unknown' },
  { subcodes: [2207085], meaning: 'container-locked', reaction: 'unknown' },
  { subcodes: [2207052], meaning: 'media-unreachable', reaction: 'fix' },
  { subcodes: [2207083, 2207005], meaning: 'image-format', reaction: 'fix' },
  { subcodes: [2207004], meaning: 'image-too-big', reaction: 'fix' },
  { subcodes: [2207009], meaning: 'aspect-ratio', reaction: 'fix' },
  { subcodes: [2207010], meaning: 'caption-too-long', reaction: 'fix' },
  { subcodes: [2207026, 2207076], meaning: 'video-format', reaction: 'fix' },
  { subcodes: [2207057], meaning: 'thumbnail-time', reaction: 'fix' },
  { subcodes: [2207018], meaning: 'collaborator', reaction: 'fix' },
  { subcodes: [2207023, 2207067], meaning: 'media-type', reaction: 'fix' },
  { subcodes: [2207028], meaning: 'carousel-count', reaction: 'fix' },
  { subcodes: [2207035], meaning: 'tag-place-on-video', reaction: 'fix' },
  { subcodes: [2207036], meaning: 'tag-place-missing', reaction: 'fix' },
  { subcodes: [2207037], meaning: 'tag-product', reaction: 'fix' },
  { subcodes: [2207040], meaning: 'tag-count', reaction: 'fix' },
  { subcodes: [2207081], meaning: 'trial-reels', reaction: 'fix' },
  // Facebook pictures, links, videos.
  { subcodes: [1366051], meaning: 'photo-used', reaction: 'duplicate' },
  { subcodes: [1366046, 2069019], meaning: 'picture-unreadable', reaction: 'fix' },
  { subcodes: [1349125], meaning: 'post-format', reaction: 'fix' },
  { subcodes: [1609005, 1609010, 1609008, 1500010, 2061006], meaning: 'link', reaction: 'fix' },
  { subcodes: [1363019, 1363021, 1363033, 1363037], meaning: 'upload-offset', reaction: 'retry' },
  { subcodes: [1363030, 1363047], meaning: 'upload-trouble', reaction: 'retry' },
  { subcodes: [1363041, 1363045], meaning: 'upload-session', reaction: 'rebuild' },
  { subcodes: [1363005, 1363042], meaning: 'video-permission', reaction: 'permission' },
  { subcodes: [1363022, 1363023], meaning: 'video-size', reaction: 'fix' },
  { subcodes: [1363025, 1363026], meaning: 'video-length', reaction: 'fix' },
  { subcodes: [1363020, 1363024, 1363031, 1363032], meaning: 'video-format', reaction: 'fix' },
  { subcodes: [2069030, 2069031, 2069033], meaning: 'not-for-new-pages', reaction: 'fix' },
  // Messages.
  {
    subcodes: [2018278, 2534022, 2018276, 2534044, 2018065],
    meaning: 'message-window',
    reaction: 'fix',
  },
  { subcodes: [2018108, 1545041, 2018001], meaning: 'person-unreachable', reaction: 'gone' },
  { subcodes: [2018344, 2018028, 2853006], meaning: 'page-permission', reaction: 'permission' },
  // The write may have gone through, whatever the answer says.
  { subcodes: [99, 1357046, 1772107], meaning: 'answer-broken', reaction: 'unknown' },
  { subcodes: [2108006], meaning: 'before-professional', reaction: 'fix' },
  { subcodes: [33], meaning: 'object-missing', reaction: 'gone' },
];

export const codeRows: readonly ErrorRow[] = [
  { code: [1, 2], meaning: 'network-trouble', reaction: 'retry' },
  { code: 3, meaning: 'capability-missing', reaction: 'permission' },
  { code: 4, meaning: 'app-limit', reaction: 'wait' },
  { code: [5, 6], meaning: 'method-retired', reaction: 'fix' },
  { code: 9, meaning: 'publishing-limit', reaction: 'wait' },
  { code: 10, meaning: 'permission-missing', reaction: 'permission' },
  { code: [12, 13], meaning: 'method-retired', reaction: 'fix' },
  { code: 17, meaning: 'user-limit', reaction: 'wait' },
  { code: [18, 18], meaning: 'resource-limit', reaction: 'wait' },
  { code: 21, meaning: 'page-moved', reaction: 'gone' },
  { code: 24, meaning: 'container-missing', reaction: 'unknown' },
  { code: 25, meaning: 'account-restricted', reaction: 'account' },
  { code: 32, meaning: 'page-limit', reaction: 'wait' },
  { code: 100, meaning: 'bad-parameter', reaction: 'fix' },
  { code: 102, meaning: 'session', reaction: 'reconnect' },
  { code: 104, meaning: 'proof-missing', reaction: 'reconnect' },
  { code: 110, meaning: 'object-missing', reaction: 'gone' },
  { code: 190, meaning: 'token-dead', reaction: 'reconnect' },
  { code: 210, meaning: 'page-token-required', reaction: 'reconnect' },
  { code: [200, 299], meaning: 'permission-missing', reaction: 'permission' },
  { code: 321, meaning: 'album-full', reaction: 'fix' },
  { code: 324, meaning: 'picture-unreadable', reaction: 'fix' },
  { code: 341, meaning: 'feed-limit', reaction: 'wait' },
  { code: 352, meaning: 'video-format', reaction: 'fix' },
  { code: 368, meaning: 'blocked', reaction: 'account' },
  { code: 389, meaning: 'media-unreachable', reaction: 'fix' },
  { code: 390, meaning: 'upload-trouble', reaction: 'retry' },
  { code: [458, 467], meaning: 'token-dead', reaction: 'reconnect' },
  { code: 490, meaning: 'token-dead', reaction: 'reconnect' },
  { code: 492, meaning: 'role-lost', reaction: 'permission' },
  { code: 506, meaning: 'duplicate-post', reaction: 'duplicate' },
  { code: 551, meaning: 'person-unreachable', reaction: 'gone' },
  { code: 613, meaning: 'call-limit', reaction: 'wait' },
  { code: 803, meaning: 'object-missing', reaction: 'gone' },
  { code: 1200, meaning: 'network-trouble', reaction: 'retry' },
  { code: 1500, meaning: 'link', reaction: 'fix' },
  { code: 1609005, meaning: 'link', reaction: 'fix' },
  { code: 1545041, meaning: 'message-window', reaction: 'fix' },
  { code: 1705, meaning: 'page-token-required', reaction: 'reconnect' },
  { code: 2500, meaning: 'bad-path', reaction: 'fix' },
  { code: 2635, meaning: 'version-retired', reaction: 'fix' },
  { code: 6000, meaning: 'upload-session', reaction: 'rebuild' },
  { code: 6001, meaning: 'upload-trouble', reaction: 'retry' },
  { code: 9004, meaning: 'media-unreachable', reaction: 'fix' },
  { code: 9007, meaning: 'container-not-ready', reaction: 'not-ready' },
  { code: 10900, meaning: 'private-reply-done', reaction: 'duplicate' },
  { code: [10902, 10903], meaning: 'private-reply-impossible', reaction: 'fix' },
  { code: 36000, meaning: 'image-too-big', reaction: 'fix' },
  { code: 36001, meaning: 'image-format', reaction: 'fix' },
  { code: 36003, meaning: 'aspect-ratio', reaction: 'fix' },
  { code: 36004, meaning: 'caption-too-long', reaction: 'fix' },
  // Business-use-case limits: 80001 Page, 80002 Instagram, 80006 Messenger, 80009 and 80014 catalogue.
  { code: [80000, 80099], meaning: 'account-limit', reaction: 'wait' },
];

export type GraphErrorParts = {
  code?: number | undefined;
  subcode?: number | undefined;
  isTransient?: boolean | undefined;
  httpStatus: number;
};

/** What an error of the network means: subcode first, then code, then `is_transient`, then status. */
export function explainError(parts: GraphErrorParts): ErrorRow {
  return (
    rowOfSubcode(parts.subcode) ??
    rowOfSubcodeUsedAsCode(parts.code) ??
    rowOfCode(parts.code) ??
    (parts.isTransient ? { meaning: 'network-trouble', reaction: 'retry' } : undefined) ??
    rowOfStatus(parts.httpStatus)
  );
}

/** For the numbers found in the `status` text of a broken container. */
export function explainSubcode(subcode: number): ErrorRow | undefined {
  return rowOfSubcode(subcode);
}

function rowOfSubcode(subcode: number | undefined): ErrorRow | undefined {
  if (subcode === undefined) return undefined;
  return subcodeRows.find((row) => row.subcodes?.includes(subcode));
}

/** The video numbers come as code as well as subcode. */
function rowOfSubcodeUsedAsCode(code: number | undefined): ErrorRow | undefined {
  return code !== undefined && code >= 1_363_000 && code < 1_364_000
    ? rowOfSubcode(code)
    : undefined;
}

function rowOfCode(code: number | undefined): ErrorRow | undefined {
  if (code === undefined) return undefined;
  return codeRows.find((row) =>
    typeof row.code === 'number'
      ? row.code === code
      : row.code !== undefined && code >= row.code[0] && code <= row.code[1],
  );
}

function rowOfStatus(httpStatus: number): ErrorRow {
  if (httpStatus >= 500) return { meaning: 'network-trouble', reaction: 'retry' };
  if (httpStatus === 429) return { meaning: 'call-limit', reaction: 'wait' };
  return { meaning: 'unlisted', reaction: 'unknown' };
}

/** Does this error prove that a visible call did nothing? A closed list: a 4xx as such proves nothing,
 *  replies were created and then answered 400. */
export function provesNotDone(parts: GraphErrorParts & { blame: readonly string[] }): boolean {
  const { code, subcode } = parts;
  if (code === undefined || parts.httpStatus >= 500) return false;
  // A block may come after the effect, under any code (4/2207051 answered a post that was live).
  if (explainError(parts).reaction === 'account') return false;
  if (code === 190 || code === 10 || (code >= 200 && code <= 299)) return true;
  if (code === 9007) return subcode === 2207027;
  if (code === 9) return subcode === 2207042;
  if ([4, 17, 32, 613].includes(code) || (code >= 80_000 && code <= 80_099)) return true;
  return code === 100 && parts.blame.length > 0;
}
