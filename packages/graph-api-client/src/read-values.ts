// Small readers of an answer's parts: what does not have the expected shape is `undefined`.

export type Fields = Record<string, unknown>;

export function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : undefined;
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Text that is not empty. */
export function wordsOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Ids come as text and, in a few places, as numbers. */
export function idOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  return wordsOf(value);
}

export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  return undefined;
}

export function flagOf(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

/** `2026-11-20T09:15:27+0000` or Unix seconds, as UTC ms. */
export function instantOf(value: unknown): number | undefined {
  const seconds = numberOf(value);
  if (seconds !== undefined) return Math.round(seconds * 1000);
  if (typeof value !== 'string') return undefined;
  const at = Date.parse(value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
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
