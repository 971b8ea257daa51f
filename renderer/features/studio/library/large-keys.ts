export type LargeDeed =
  { do: 'rate'; rating: number } | { do: 'favour' | 'tag' | 'edit' | 'bin' | 'zoom' };

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

const deeds: ReadonlyMap<string, LargeDeed> = new Map([
  ['f', { do: 'favour' }],
  ['t', { do: 'tag' }],
  ['e', { do: 'edit' }],
  ['delete', { do: 'bin' }],
  [' ', { do: 'zoom' }],
]);

/** What a key does to the picture in large, the same as in the list; undefined for every other key. */
export function largeKey({ key, ctrlKey, metaKey, altKey }: Press): LargeDeed | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  if (/^[0-5]$/.test(key)) return { do: 'rate', rating: Number(key) };
  return deeds.get(key.toLowerCase());
}
