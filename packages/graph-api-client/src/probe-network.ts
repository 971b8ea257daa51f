import { failureOfLoss } from './classify.ts';
import type { BaseUrls } from './client-types.ts';
import { exchange } from './http-exchange.ts';
import { readProbe } from './read-answer.ts';
import type { Call, CallOptions } from './result.ts';

const patienceMs = 10_000;

/** Is it the network that answers at the graph host? Asks without a token; any JSON object will do. */
export async function probeNetwork(
  wanted: { baseUrls: BaseUrls; version?: string; now?: () => number } & CallOptions,
): Call<{ httpStatus: number }> {
  const result = await exchange({
    method: 'GET',
    url: new URL(`${wanted.baseUrls.graph.replace(/\/+$/, '')}/${wanted.version ?? 'v26.0'}/me`),
    headers: {},
    timeoutMs: wanted.timeoutMs ?? patienceMs,
    signal: wanted.signal,
  });
  if (result.kind === 'lost') return { ok: false, failure: failureOfLoss(result) };
  return readProbe(result, (wanted.now ?? Date.now)());
}
