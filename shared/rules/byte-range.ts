export type ByteRange = { start: number; end: number };

/** Reads a `Range` header with a single range over `sizeBytes`. `undefined` means all of it, `null` that
 *  it cannot be had. RFC 9110 section 14. */
export function readRange(
  header: string | null | undefined,
  sizeBytes: number,
): ByteRange | null | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return undefined;
  const first = match[1] === '' ? undefined : Number(match[1]);
  const last = match[2] === '' ? undefined : Number(match[2]);
  const start = first ?? Math.max(0, sizeBytes - (last ?? 0));
  const end = first === undefined ? sizeBytes - 1 : Math.min(last ?? sizeBytes - 1, sizeBytes - 1);
  if (start >= sizeBytes || start > end) return null;
  return { start, end };
}
