/** Milliseconds of a length written in seconds, with a comma or a point; nothing for other words. */
export function readSeconds(text: string): number | undefined {
  const plain = text.trim().replace(/\s*s$/, '').replace(',', '.');
  const seconds = plain === '' ? Number.NaN : Number(plain);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.round(seconds * 1000) : undefined;
}
