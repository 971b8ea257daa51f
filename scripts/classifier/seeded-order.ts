/** The places 0 to `length` - 1 shuffled, in the same way for the same seed. */
export function seededOrder(length: number, seed: number): number[] {
  const order = Array.from({ length }, (_, at) => at);
  let state = (seed * 0x9e3779b1) >>> 0 || 1;
  for (let at = length - 1; at > 0; at--) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const other = (state >>> 0) % (at + 1);
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
  return order;
}
