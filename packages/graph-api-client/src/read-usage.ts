import type { IncomingHttpHeaders } from 'node:http';
import type { Usage } from './pace-types.ts';
import { fieldsOf, listOf, numberOf, textOf, type Fields } from './read-values.ts';

/** Longer than any limit's window: a header that says more is broken. */
const longestWaitMs = 24 * 60 * 60_000;

/** The three usage headers as one list; what cannot be read is left out. */
export function readUsage(headers: IncomingHttpHeaders): Usage[] {
  const app = fieldsOf(parseHeader(headers['x-app-usage']));
  const page = fieldsOf(parseHeader(headers['x-page-usage']));
  return [
    ...(app ? [usageOf('app', undefined, app)] : []),
    ...(page ? [usageOf('page', undefined, page)] : []),
    ...businessUsage(parseHeader(headers['x-business-use-case-usage'])),
  ];
}

function businessUsage(value: unknown): Usage[] {
  return Object.entries(fieldsOf(value) ?? {}).flatMap(([objectId, entries]) =>
    listOf(entries)
      .map(fieldsOf)
      .filter((entry) => entry !== undefined)
      .map((entry) => usageOf(textOf(entry['type']) ?? 'business', objectId, entry)),
  );
}

function usageOf(kind: string, objectId: string | undefined, entry: Fields): Usage {
  const shares = ['call_count', 'total_time', 'total_cputime'].map((name) => numberOf(entry[name]));
  return {
    kind,
    ...(objectId !== undefined && { objectId }),
    // Beyond the limit is at the limit: a larger figure would never fall below it again.
    percent: Math.min(100, Math.max(0, ...shares.map((share) => share ?? 0))),
    // Told in minutes.
    regainAfterMs: Math.min(
      (numberOf(entry['estimated_time_to_regain_access']) ?? 0) * 60_000,
      longestWaitMs,
    ),
  };
}

function parseHeader(value: string | string[] | undefined): unknown {
  if (typeof value !== 'string') return undefined;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/** `Retry-After`, in seconds or as a date; undefined when the network named no time to wait. */
export function readRetryAfter(headers: IncomingHttpHeaders, nowMs: number): number | undefined {
  const value = headers['retry-after']?.trim();
  if (value === undefined || value === '') return undefined;
  const waitMs = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - nowMs;
  return Number.isFinite(waitMs) && waitMs > 0 ? Math.min(waitMs, longestWaitMs) : undefined;
}
