import type { Word } from './split-words.ts';
import { splitWords } from './split-words.ts';

export type NamedProduct = { id: string; title: string };
/** `score` is the share of the title that was named, seldom words counting more, 0 to 1. */
export type FoundProduct = { productId: string; score: number; start: number; end: number };

export type ProductIndex = {
  /** Products by a word of their titles. */
  byWord: ReadonlyMap<string, readonly number[]>;
  /** Words by what is left when one letter is taken out: finds those a typing error away. */
  byGap: ReadonlyMap<string, readonly string[]>;
  weightOf: ReadonlyMap<string, number>;
  products: readonly { id: string; weight: number }[];
};

/** Words of titles that name no product. */
const smallWords = new Set(
  `de du des la le les un une en et a au aux avec pour sans sur the of and in with for on by from an my our taille size
  couleur colour set lot`.split(/\s+/),
);
const shortestForErrors = 5;
const leastScore = 0.5;
const mostFound = 3;
/** A word that more products have than this finds none by itself. */
const mostOfAWord = 400;

/** Prepares the titles of a catalogue, once for many comments. */
export function indexProducts(products: readonly NamedProduct[]): ProductIndex {
  const byWord = new Map<string, number[]>();
  const titles = products.map(({ title }) => [...new Set(titleWords(splitWords(title)))]);
  titles.forEach((words, product) => words.forEach((word) => push(byWord, word, product)));
  const byGap = new Map<string, string[]>();
  const weightOf = new Map<string, number>();
  for (const [word, having] of byWord) {
    weightOf.set(word, 1 + Math.log(products.length / having.length));
    if (word.length >= shortestForErrors) for (const gap of gapsOf(word)) push(byGap, gap, word);
  }
  const weigh = (words: readonly string[]) =>
    words.reduce((sum, word) => sum + (weightOf.get(word) ?? 0), 0);
  return {
    byWord,
    byGap,
    weightOf,
    products: products.map(({ id }, at) => ({ id, weight: weigh(titles[at] ?? []) })),
  };
}

/** The products that a text names, best first; accents, plurals and one typing error in a word are
 *  forgiven. Half of a title must be there, less for a product in `near` (those of the post). */
export function findProducts(
  words: readonly Word[],
  index: ProductIndex,
  near: readonly string[] = [],
): FoundProduct[] {
  const named = new Map<
    number,
    { weight: number; start: number; end: number; seen: Set<string> }
  >();
  for (const { folded, start, end } of words) {
    const word = knownWord(stem(folded), index);
    const having = word === undefined ? undefined : index.byWord.get(word);
    if (word === undefined || !having || having.length > mostOfAWord) continue;
    for (const product of having) {
      const entry = named.get(product) ?? { weight: 0, start, end, seen: new Set<string>() };
      if (!entry.seen.has(word)) entry.weight += index.weightOf.get(word) ?? 0;
      entry.seen.add(word);
      entry.end = end;
      named.set(product, entry);
    }
  }
  return [...named]
    .flatMap(([at, { weight, start, end }]): FoundProduct[] => {
      const product = index.products[at];
      if (!product || product.weight === 0) return [];
      const score = Math.round((weight / product.weight) * 1000) / 1000;
      const least = near.includes(product.id) ? leastScore / 2 : leastScore;
      return score < least ? [] : [{ productId: product.id, score, start, end }];
    })
    .sort(
      (one, other) =>
        other.score - one.score ||
        Number(near.includes(other.productId)) - Number(near.includes(one.productId)),
    )
    .slice(0, mostFound);
}

function titleWords(words: readonly Word[]): string[] {
  return words
    .map(({ folded }) => stem(folded))
    .filter((word) => word.length > 1 && !smallWords.has(word));
}

/** Without the ending of the plural. */
function stem(word: string): string {
  const isPlural = word.length > 3 && (word.endsWith('s') || word.endsWith('x'));
  return isPlural && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

/** The word itself, or the only-slightly-other one that titles have. */
function knownWord(word: string, index: ProductIndex): string | undefined {
  if (smallWords.has(word) || word.length < 2) return undefined;
  if (index.byWord.has(word)) return word;
  if (word.length < shortestForErrors || word.length > 40) return undefined;
  const close = [word, ...gapsOf(word)].flatMap((gap) => index.byGap.get(gap) ?? []);
  return (
    close.find((one) => Math.abs(one.length - word.length) <= 1 && one[0] === word[0]) ?? close[0]
  );
}

function gapsOf(word: string): string[] {
  const gaps = new Set([word]);
  for (let at = 0; at < word.length; at++) gaps.add(word.slice(0, at) + word.slice(at + 1));
  return [...gaps];
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
