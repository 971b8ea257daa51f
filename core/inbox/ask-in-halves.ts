import type { GraphFailure, GraphResult } from 'graph-api-client';

/** Fewer rows than these are never too many. */
const leastRows = 5;
/** “Unknown error”, with nothing that says more: what the network answers to somebody who asks for more than it
 *  can gather. */
const isTooMuch = ({ code, subcode }: GraphFailure): boolean => code === 1 && subcode === undefined;

/** Asks for a page of a list. Where the network answers that it cannot, half as many rows are asked for, and half of
 *  those: a list of heavy rows would never be read. */
export async function askInHalves<T>(
  mostRows: number,
  ask: (limit: number) => Promise<GraphResult<T>>,
): Promise<GraphResult<T>> {
  let limit = mostRows;
  let answer = await ask(limit);
  while (!answer.ok && isTooMuch(answer.failure) && limit > leastRows) {
    limit = Math.max(leastRows, Math.floor(limit / 2));
    answer = await ask(limit);
  }
  return answer;
}
