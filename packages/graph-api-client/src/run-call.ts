import { setTimeout as delay } from 'node:timers/promises';
import {
  failureBeforeSending,
  failureOfLoss,
  failureWhileStopped,
  type CallKind,
} from './classify.ts';
import type { GraphClientOptions } from './client-types.ts';
import { createConnectionPool, exchange, type ConnectionPool } from './http-exchange.ts';
import { isOwnAddress } from './own-hosts.ts';
import type { CallGroup, Pacer } from './pace-types.ts';
import { createPacer } from './pacer.ts';
import { readAnswer, type Parse } from './read-answer.ts';
import { readRetryAfter, readUsage } from './read-usage.ts';
import { redactTokens } from './redact-tokens.ts';
import type { RequestBody } from './request-body.ts';
import type { CallOptions, GraphFailure, GraphResult } from './result.ts';

/** Opened late, so that a file that cannot be read is an answer and not a throw. */
export type BodySource = RequestBody | (() => Promise<RequestBody>);

export type SenderSettings = Omit<GraphClientOptions, 'token'> & { token: string | undefined };

/** A call with its address, before its first byte. */
export type PreparedCall = {
  kind: CallKind;
  group: CallGroup;
  method: 'GET' | 'POST' | 'DELETE';
  address: string;
  headers: Record<string, string>;
  body?: BodySource | undefined;
  timeoutMs: number;
  isUpload?: boolean | undefined;
  /** What else must never be read anywhere, beside the client's own token. */
  secrets?: readonly string[] | undefined;
};

/** One call from its preparation to its meaning. */
export type RunCall = <T>(
  call: PreparedCall,
  parse: Parse<T>,
  options?: CallOptions,
) => Promise<GraphResult<T>>;

export function createRunCall(settings: SenderSettings): RunCall {
  const pool = createConnectionPool();
  const { now = Date.now, onPace, token } = settings;
  const pacer = settings.pacer ?? createPacer({ now, ...(onPace && { onPace }) });

  return async (call, parse, options = {}) => {
    const secrets = [token, ...(call.secrets ?? [])].filter((one) => one !== undefined);
    const refusal =
      refuseAddress(call, settings) ?? (await waitForTurn(pacer, call, now, options.signal));
    if (refusal) return { ok: false, failure: refusal };
    const body = await openBody(call.body);
    if (body && 'unreadable' in body) {
      const message = `the file cannot be read: ${body.unreadable}`;
      return { ok: false, failure: failureBeforeSending('file-unreadable', message) };
    }
    const result = await exchange(exchangeOf(call, body, options, pool));
    if (result.kind === 'lost')
      return cleaned({ ok: false, failure: failureOfLoss(result) }, secrets);
    const usage = readUsage(result.headers);
    if (usage.length > 0) settings.onUsage?.(usage);
    const told = { usage, retryAfterMs: readRetryAfter(result.headers, now()) };
    const read = readAnswer(call.kind, { ...result, secrets }, told, parse, now());
    pacer.note({ group: call.group, usage, stayAwayMs: read.ok ? 0 : read.failure.retryAfterMs });
    return cleaned(read, secrets);
  };
}

function refuseAddress(call: PreparedCall, settings: SenderSettings): GraphFailure | undefined {
  if (call.address === '') {
    return failureBeforeSending('bad-id', 'this is not the shape of an id');
  }
  return isOwnAddress(call.address, settings.baseUrls)
    ? undefined
    : failureBeforeSending('foreign-address', 'the address is not on a host of this account');
}

/** Undefined when the call may go. While the network wants to be left alone nothing waits inside: the
 *  caller is told for how long. */
async function waitForTurn(
  pacer: Pacer,
  call: PreparedCall,
  now: () => number,
  signal: AbortSignal | undefined,
): Promise<GraphFailure | undefined> {
  const aborted = (): GraphFailure =>
    failureOfLoss({ why: 'aborted', sent: false, detail: 'aborted' });
  if (signal?.aborted) return aborted();
  const plan = pacer.plan({ group: call.group, isRead: call.kind === 'read' });
  if (plan.kind === 'stopped') return failureWhileStopped(plan.untilAt - now());
  if (plan.waitMs <= 0) return undefined;
  return delay(plan.waitMs, undefined, { ...(signal && { signal }) }).catch(aborted);
}

function exchangeOf(
  call: PreparedCall,
  body: RequestBody | undefined,
  options: CallOptions,
  pool: ConnectionPool,
): Parameters<typeof exchange>[0] {
  return {
    method: call.method,
    url: new URL(call.address),
    headers: { ...call.headers, ...(body && { 'content-type': body.contentType }) },
    ...(body && { body }),
    timeoutMs: options.timeoutMs ?? call.timeoutMs,
    isPatient: call.isUpload === true,
    signal: options.signal,
    reuse: call.kind === 'read' ? pool : undefined,
  };
}

async function openBody(
  source: BodySource | undefined,
): Promise<RequestBody | { unreadable: string } | undefined> {
  if (typeof source !== 'function') return source;
  try {
    return await source();
  } catch (error) {
    return { unreadable: (error as NodeJS.ErrnoException).code ?? 'unknown reason' };
  }
}

/** Whatever the network wrote into its words: no token leaves in a failure, nor in a trace id. */
function cleaned<T>(result: GraphResult<T>, secrets: readonly string[]): GraphResult<T> {
  const clean = (text: string): string => redactTokens(text, ...secrets);
  if (result.ok) {
    const { traceId, servedVersion } = result;
    return {
      ...result,
      ...(traceId !== undefined && { traceId: clean(traceId) }),
      ...(servedVersion !== undefined && { servedVersion: clean(servedVersion) }),
    };
  }
  const { failure } = result;
  const texts = Object.entries(failure).map(([name, value]) => [
    name,
    typeof value === 'string' ? clean(value) : value,
  ]);
  const blame = failure.blame?.map(clean);
  return {
    ok: false,
    failure: { ...(Object.fromEntries(texts) as GraphFailure), ...(blame && { blame }) },
  };
}
