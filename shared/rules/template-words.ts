type Words<T> = { all?: T | undefined; ofProduct?: Readonly<Record<string, T>> | undefined };

/** What is written for a picture: what was written for its product goes before what holds for all. */
export function wordsFor<T extends object>(
  words: Words<T> | undefined,
  productId: string,
): T | undefined {
  const own = words?.ofProduct?.[productId];
  const merged = { ...words?.all, ...own };
  return Object.keys(merged).length > 0 ? (merged as T) : undefined;
}
