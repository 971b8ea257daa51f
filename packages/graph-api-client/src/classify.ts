import type { Usage } from './pace-types.ts';
import { explainError, provesNotDone } from './error-table.ts';
import type { LostWhy } from './http-exchange.ts';
import { fieldsOf, idOf, listOf, numberOf, textOf, wordsOf, type Fields } from './read-values.ts';
import type { GraphFailure } from './result.ts';

/** `visible`: a customer can see the effect, so only the closed list proves that nothing happened. */
export type CallKind = 'read' | 'invisible' | 'visible';

/** What the headers of an answer told. */
export type Told = { usage: readonly Usage[]; retryAfterMs?: number | undefined };

/** No answer came. */
export function failureOfLoss(lost: { why: LostWhy; sent: boolean; detail: string }): GraphFailure {
  const message = `No answer: ${lost.detail}`;
  if (lost.why === 'source') {
    return { outcome: 'not-done', reaction: 'fix', meaning: 'file-unreadable', message };
  }
  if (!lost.sent) {
    const isLine = lost.why !== 'aborted';
    return {
      outcome: 'not-sent',
      reaction: 'wait',
      meaning: isLine ? 'offline' : 'aborted',
      message,
      ...(isLine && { offline: true }),
    };
  }
  return { outcome: 'unknown', reaction: 'retry', meaning: `answer-${lost.why}`, message };
}

/** The client refused to send: a bug of ours or an address that is not the account's. */
export function failureBeforeSending(meaning: string, message: string): GraphFailure {
  return { outcome: 'not-sent', reaction: 'fix', meaning, message };
}

/** The network asked to be left alone, and it is. */
export function failureWhileStopped(waitMs: number): GraphFailure {
  return {
    outcome: 'not-sent',
    reaction: 'wait',
    meaning: 'paused',
    message: 'not sent: the network asked to wait',
    retryAfterMs: waitMs,
  };
}

/** An answer of a kind that Graph does not give: a redirect, a page, cut JSON, a success without id. */
export function failureOfOddAnswer(answer: {
  kind: CallKind;
  status: number;
  isPage: boolean;
  what: string;
  retryAfterMs?: number | undefined;
}): GraphFailure {
  // A login page of a hotel's network answers 200 or a redirect; Graph's overload page is a 5xx.
  const isPortal = answer.status < 400 && (answer.isPage || answer.status >= 300);
  const isOffline = isPortal && answer.kind !== 'visible';
  return {
    outcome: 'unknown',
    reaction: isOffline ? 'wait' : 'retry',
    meaning: isOffline ? 'offline' : 'odd-answer',
    httpStatus: answer.status,
    message: answer.what,
    ...(isOffline && { offline: true }),
    ...optional('retryAfterMs', answer.retryAfterMs),
  };
}

/** Graph answered an error envelope. */
export function failureOfError(
  kind: CallKind,
  httpStatus: number,
  error: Fields,
  { usage, retryAfterMs = 0 }: Told,
): GraphFailure {
  const code = numberOf(error['code']);
  const subcode = numberOf(error['error_subcode']);
  const parts = { code, subcode, isTransient: error['is_transient'] === true, httpStatus };
  const row = explainError(parts);
  const data = errorData(error['error_data']);
  const blame = blameOf(data);
  const isDone = kind === 'visible' && !provesNotDone({ ...parts, blame });
  const waitMs = Math.max(
    retryAfterMs,
    ...(row.reaction === 'wait' ? usage.map((one) => one.regainAfterMs) : []),
  );
  const message = textOf(error['message']) ?? 'no message';
  return {
    outcome: isDone || httpStatus >= 500 ? 'unknown' : 'not-done',
    reaction: row.reaction,
    meaning: row.meaning,
    httpStatus,
    message,
    ...optional('code', code),
    ...optional('subcode', subcode),
    ...optional('userTitle', wordsOf(error['error_user_title'])),
    ...optional('userMessage', wordsOf(error['error_user_msg'])),
    ...optional('traceId', wordsOf(error['fbtrace_id'])),
    ...optional('blame', blame.length > 0 ? blame : undefined),
    ...optional('permission', permissionIn(message)),
    ...optional('retryAfterMs', waitMs > 0 ? waitMs : undefined),
    ...optional('resumeAtBytes', numberOf(data?.['start_offset'])),
    ...optional('resumeUntilBytes', numberOf(data?.['end_offset'])),
  };
}

/** The byte hosts answer errors in a shape of their own, without a code. */
export function failureOfUpload(httpStatus: number, debugInfo: Fields): GraphFailure {
  const type = textOf(debugInfo['type']) ?? '';
  const meanings: Record<string, { meaning: string; reaction: GraphFailure['reaction'] }> = {
    OffsetInvalidError: { meaning: 'upload-offset', reaction: 'retry' },
    PartialRequestError: { meaning: 'upload-offset', reaction: 'retry' },
    ProcessingFailedError:
      debugInfo['retriable'] === true || httpStatus >= 500
        ? { meaning: 'upload-trouble', reaction: 'retry' }
        : { meaning: 'upload-broken', reaction: 'rebuild' },
  };
  const row = meanings[type] ?? { meaning: 'upload-broken', reaction: 'rebuild' };
  return {
    outcome: httpStatus >= 500 ? 'unknown' : 'not-done',
    ...row,
    httpStatus,
    message: textOf(debugInfo['message']) ?? type,
  };
}

function errorData(value: unknown): Fields | undefined {
  if (typeof value !== 'string') return fieldsOf(value);
  try {
    return fieldsOf(JSON.parse(value));
  } catch {
    return undefined;
  }
}

/** `[["image_url"],["caption"]]` names parameters; a nested path names its first part. */
function blameOf(data: Fields | undefined): string[] {
  return listOf(data?.['blame_field_specs'])
    .map((path) => idOf(listOf(path)[0]) ?? idOf(path))
    .filter((name) => name !== undefined);
}

const permissionName =
  /\b(pages_(?:show_list|read_engagement|manage_posts|manage_engagement|read_user_content|manage_metadata|messaging)|instagram_(?:basic|content_publish|manage_comments|manage_messages|manage_insights|manage_contents|shopping_tag_products)|catalog_management|business_management|read_insights|ads_(?:read|management))\b/;

/** For showing which permission to grant; nothing is decided by it. */
function permissionIn(message: string): string | undefined {
  return permissionName.exec(message)?.[1];
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
}
