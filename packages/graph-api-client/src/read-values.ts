// Small readers of an answer's parts: what does not have the expected shape is `undefined`.

export type Fields = Record<string, unknown>;

export function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : undefined;
}

/** A number is text too: somebody who writes but `42` is not always quoted. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : undefined;
}

/** Text that is not empty. */
export function wordsOf(value: unknown): string | undefined {
  const text = textOf(value);
  return text === '' ? undefined : text;
}

/** Ids come as text and, in a few places, as numbers. */
export function idOf(value: unknown): string | undefined {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) return undefined;
  return wordsOf(value);
}

export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  return undefined;
}

/** How many: whole, and small enough to be counted with. */
export function countOf(value: unknown): number | undefined {
  const count = Math.trunc(numberOf(value) ?? Number.NaN);
  return Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}

const flags = new Map<unknown, boolean>([
  ...([true, 'true', 1] as const).map((yes) => [yes, true] as const),
  ...([false, 'false', 0] as const).map((no) => [no, false] as const),
]);

/** Also as form bodies write it. */
export function flagOf(value: unknown): boolean | undefined {
  return flags.get(value);
}

/** The year 5138 in seconds, 1973 in milliseconds. */
const leastMs = 1e11;
/** The year 9999: whoever reckons with an instant may rely on its size. */
const lastInstantMs = 253_402_300_799_999;

/** `2026-11-20T09:15:27+0000`, UTC where no zone is named, or Unix time; as UTC ms. What no network can mean,
 *  an instant before Unix time or beyond the year 9999, is none. */
export function instantOf(value: unknown): number | undefined {
  const at = numberOf(value) === undefined ? writtenInstant(value) : unixInstant(numberOf(value));
  return at !== undefined && at > 0 && at <= lastInstantMs ? at : undefined;
}

function unixInstant(unix = 0): number {
  return Math.round(unix >= leastMs ? unix : unix * 1000);
}

function writtenInstant(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined;
  const isBare = /^[\d-]+[T ][\d:.]+$/.test(value);
  const at = Date.parse(isBare ? `${value}Z` : value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(at) ? undefined : at;
}

/** Unix seconds, where 0 stands for never. */
export function expiryOf(value: unknown): number | undefined {
  const seconds = numberOf(value);
  return seconds ? seconds * 1000 : undefined;
}

/** The rows of `{data: […]}`; undefined when there is no such list. */
export function rowsOf(value: unknown): Fields[] | undefined {
  const data = fieldsOf(value)?.['data'];
  if (!Array.isArray(data)) return undefined;
  return data.map(fieldsOf).filter((row) => row !== undefined);
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Leaves out what is undefined, so that optional fields are absent and not undefined. */
export function compact<T extends object>(value: T): Compact<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, part]) => part !== undefined),
  ) as Compact<T>;
}

type OptionalKeys<T> = { [K in keyof T]: undefined extends T[K] ? K : never }[keyof T];
export type Compact<T> = Omit<T, OptionalKeys<T>> & {
  [K in OptionalKeys<T>]?: Exclude<T[K], undefined>;
};
