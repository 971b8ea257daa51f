import type { IncomingHttpHeaders } from 'node:http';
import {
  failureOfError,
  failureOfOddAnswer,
  failureOfUpload,
  type CallKind,
  type Told,
} from './classify.ts';
import { parseGraphJson } from './parse-json.ts';
import { fieldsOf, wordsOf, type Fields } from './read-values.ts';
import { hideKnown } from './redact-tokens.ts';
import type { GraphFailure, GraphResult } from './result.ts';

export type Answer = {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
  /** What must be read nowhere, wherever the network wrote it. */
  secrets?: readonly string[];
};

/** Answers undefined when the body lacks what was asked for. */
export type Parse<T> = (body: Fields) => T | undefined;

/** What an answer means for a call of `kind`. The failure's words are not yet redacted. */
export function readAnswer<T>(
  kind: CallKind,
  answer: Answer,
  told: Told,
  parse: Parse<T>,
  nowMs: number,
): GraphResult<T> {
  const facts = factsOf(answer.headers, nowMs);
  const body = bodyOf(answer);
  const failure = judge(kind, answer, body, told);
  const value = failure || !body ? undefined : parse(body);
  if (value !== undefined) return { ok: true, value, ...facts };
  const why = failure ?? oddAnswer(kind, answer, 'the answer lacks what was asked for');
  const traceId = why.traceId ?? facts.traceId;
  return { ok: false, failure: traceId === undefined ? why : { ...why, traceId } };
}

/** Any JSON object shows that it is the network that answers, and not a login page on the way. */
export function readProbe(answer: Answer, nowMs: number): GraphResult<{ httpStatus: number }> {
  if (bodyOf(answer) === undefined) {
    return { ok: false, failure: oddAnswer('read', answer, 'not an answer of the network') };
  }
  return { ok: true, value: { httpStatus: answer.status }, ...factsOf(answer.headers, nowMs) };
}

/** Undefined when the answer is a success as far as the envelope tells. */
function judge(
  kind: CallKind,
  answer: Answer,
  body: Fields | undefined,
  told: Told,
): GraphFailure | undefined {
  const isSuccess = answer.status >= 200 && answer.status < 300;
  const error = fieldsOf(body?.['error']);
  // A success with an error inside is nothing a visible call can be sure of.
  if (error && !(isSuccess && kind === 'visible')) {
    return failureOfError(kind, answer.status, error, told);
  }
  const debugInfo = fieldsOf(body?.['debug_info']);
  if (debugInfo && kind !== 'visible') return failureOfUpload(answer.status, debugInfo);
  if (isSuccess && body && !error) return undefined;
  return oddAnswer(kind, answer, `an answer without meaning (HTTP ${answer.status})`, told);
}

function oddAnswer(kind: CallKind, answer: Answer, what: string, told?: Told): GraphFailure {
  const isPage = /^\s*</.test(answer.body);
  const { retryAfterMs } = told ?? {};
  return failureOfOddAnswer({ kind, status: answer.status, isPage, what, retryAfterMs });
}

function bodyOf(answer: Answer): Fields | undefined {
  try {
    return fieldsOf(parseGraphJson(answer.body, (words) => hideKnown(words, answer.secrets ?? [])));
  } catch {
    return undefined;
  }
}

function factsOf(
  headers: IncomingHttpHeaders,
  nowMs: number,
): { traceId?: string; dateMs?: number; skewMs?: number; servedVersion?: string } {
  const traceId = wordsOf(headers['x-fb-trace-id']);
  const servedVersion = wordsOf(headers['facebook-api-version']);
  const dateMs = Date.parse(headers.date ?? '');
  return {
    ...(traceId !== undefined && { traceId }),
    ...(servedVersion !== undefined && { servedVersion }),
    ...(!Number.isNaN(dateMs) && { dateMs, skewMs: dateMs - nowMs }),
  };
}
