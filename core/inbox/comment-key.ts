/** Keys of one millisecond: created time × 4096 + a running number. They pass 2^53: bigint here,
 *  decimal text on the contract. */
export const keysPerMs = 4096n;

/** Above every key. */
export const beyondAllKeys = 2n ** 63n - 1n;

export function firstKeyOf(createdAt: number): bigint {
  return BigInt(Math.trunc(createdAt)) * keysPerMs;
}

/** One comment may be spelled `{post}_{comment}` by one endpoint and `{comment}` by another. */
export function remoteKey(remoteId: string): string {
  return remoteId.slice(remoteId.lastIndexOf('_') + 1);
}

/** Reads a key from the contract; undefined when it is none. */
export function parseKey(text: string): bigint | undefined {
  return /^\d{1,18}$/.test(text) ? BigInt(text) : undefined;
}
