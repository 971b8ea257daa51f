import type { Network } from '../../shared/contract/shapes.ts';

export type Named = { id: string | null; name: string };

/** An answer as the network takes it: Facebook wants whoever is named in it by number, Instagram reads
 *  `@name` as it stands. Source: Graph API reference, Comment, mentions in `message`. */
export function withMentions(network: Network, text: string, people: readonly Named[]): string {
  if (network === 'instagram') return text;
  // The longest first: `@Ana Petit` is not `@Ana`.
  const named = people
    .filter(({ id, name }) => id !== null && name !== '')
    .toSorted((a, b) => b.name.length - a.name.length);
  return named.reduce((words, { id, name }) => {
    const mark = new RegExp(`@${escaped(name)}(?![\\p{L}\\p{N}])`, 'gu');
    return words.replace(mark, () => `@[${id}]`);
  }, text);
}

const escaped = (name: string) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
