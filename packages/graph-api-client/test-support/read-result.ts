import type { GraphFailure, GraphResult } from '../src/result.ts';

/** The value of an answer that must have succeeded; throws with the failure otherwise. */
export function must<T>(result: GraphResult<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

/** The failure of an answer that must have failed; throws with the value otherwise. */
export function failureOf(result: GraphResult<unknown>): GraphFailure {
  if (result.ok) throw new Error(`expected a failure, got ${JSON.stringify(result.value)}`);
  return result.failure;
}
