/** What a model looks at: hashes of words, pairs of words and pieces of words. */
export type FeatureReader = (text: string) => Features;

/** The first `count` of `hashes`, and how much each of them counts. */
export type Features = { hashes: Uint32Array; amounts: Uint8Array; count: number };

/** What counts how much: whole words more than their many pieces. */
export const amountOf = { word: 3, pair: 2, piece: 1, sign: 3 };

export type FeatureWish = {
  /** Lengths of the pieces of a word, its borders counted. */
  pieces: { from: number; to: number };
  /** Are pairs of neighbouring words looked at? */
  pairs: boolean;
  /** Words to read as another one, and the classes of words. */
  meanings?: { same: ReadonlyMap<string, string>; classOf: ReadonlyMap<string, string> };
};

/** Beyond this many a text is cut; a comment of 300 letters has some 1,200. */
const mostFeatures = 6000;
const border = 0x5f;
const tokens = /\p{L}[\p{L}\d]*|\d+|[?!€$£%]|\p{Extended_Pictographic}|\p{Regional_Indicator}/gu;

/** A reader with room of its own: what it answers is overwritten by the next text. */
export function featureReader({ pieces, pairs, meanings }: FeatureWish): FeatureReader {
  const hashes = new Uint32Array(mostFeatures);
  const amounts = new Uint8Array(mostFeatures);
  const classHashes = new Map(
    [...new Set(meanings?.classOf.values())].map((name) => [name, signHash(`class ${name}`)]),
  );
  let count = 0;
  const add = (hash: number, amount: number) => {
    if (count === mostFeatures) return;
    amounts[count] = amount;
    hashes[count++] = hash >>> 0;
  };

  function addPieces(word: string): void {
    const length = word.length + 2;
    for (let start = 0; start + pieces.from <= length; start++) {
      let hash = start === 0 ? step(seeds.piece, border) : seeds.piece;
      for (let at = start === 0 ? 1 : start, size = start === 0 ? 1 : 0; at < length; at++) {
        hash = step(hash, at <= word.length ? word.charCodeAt(at - 1) : border);
        size += 1;
        if (size >= pieces.from) add(hash, amountOf.piece);
        if (size === pieces.to) break;
      }
    }
  }

  let before = seeds.first;
  let classBefore = seeds.first;

  /** The class of a word, beside that of the word before: `quelle` and a size, whatever the size. */
  function addClass(word: string, own: number): void {
    const name = meanings?.classOf.get(word);
    const meant = name === undefined ? own : (classHashes.get(name) ?? own);
    if (name !== undefined) add(meant, amountOf.word);
    if (name !== undefined || classBefore !== before) add(pair(classBefore, meant), amountOf.pair);
    classBefore = meant;
  }

  return (text) => {
    count = 0;
    before = classBefore = seeds.first;
    for (const [written] of text.matchAll(tokens)) {
      const word = meanings?.same.get(written) ?? written;
      const own = hashWord(word);
      add(own, amountOf.word);
      if (pairs) add(pair(before, own), amountOf.pair);
      if (meanings) addClass(word, own);
      if (word.length > 1) addPieces(word);
      before = own;
    }
    if (pairs) add(pair(before, seeds.last), amountOf.pair);
    return { hashes, amounts, count };
  };
}

const seeds = { word: 0x811c9dc5, piece: 0x9747b28c, first: 0x1b873593, last: 0x2545f491 };

/** One step of FNV-1a. */
function step(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

function hashWord(word: string): number {
  let hash = seeds.word;
  for (let at = 0; at < word.length; at++) hash = step(hash, word.charCodeAt(at));
  return hash;
}

function pair(one: number, other: number): number {
  return Math.imul(Math.imul(one ^ (one >>> 15), 0x85ebca6b) ^ other, 0xc2b2ae35) ^ 0x51ed270b;
}

/** The hash under which a rule or another sign of the whole text is kept. */
export function signHash(name: string): number {
  return pair(seeds.piece, hashWord(name)) >>> 0;
}
