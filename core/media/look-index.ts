import type { Look } from './look.ts';

/** A photo as the index takes it; `ratio` is its width by its height. */
export type Seen = Look & { id: string; ratio: number };
export type Near = { id: string; score: number };
export type AlikeIds = { ids: string[]; score: number };

/** Bits of 64 in which two prints of one picture may differ. */
const mostBits = 6;
/** Mean difference of their colours, of 255; a mug in another glaze differs by more. */
const mostTone = 9;
const mostRatio = 1.04;
/** One band more than bits may differ: two alike prints then agree in at least one band whole. */
const bandBits = [9, 9, 9, 9, 9, 9, 10] as const;
/** Pictures of one print and many colours (blank ones): so many kinds are told apart. */
const kindsOfPrint = 32;

/** Photos that cannot be told apart, under their first look. */
type Kind = {
  high: number;
  low: number;
  tones: Uint8Array;
  ratio: number;
  ids: string[];
  place: number;
};

export type LookIndex = ReturnType<typeof createLookIndex>;

/** Finds photos that look alike among many: only those that share a band of their print are compared,
 *  never all with all. */
export function createLookIndex() {
  const kinds: Kind[] = [];
  const byPrint = new Map<string, Kind[]>();
  const bands = new Map<number, Kind[]>();
  let compared = 0;
  let size = 0;

  function add({ id, print, tones, ratio }: Seen): void {
    size++;
    const same = byPrint.get(print) ?? [];
    const kind = same.find((one) => toneApart(one, { tones, ratio }) <= mostTone);
    if (kind ?? same.length >= kindsOfPrint) {
      (kind ?? same[0])?.ids.push(id);
      return;
    }
    const added: Kind = { ...halves(print), tones, ratio, ids: [id], place: kinds.length };
    kinds.push(added);
    byPrint.set(print, [...same, added]);
    for (const key of bandKeys(added)) {
      const band = bands.get(key);
      if (band) band.push(added);
      else bands.set(key, [added]);
    }
  }

  /** How alike two are, 1 to 0; undefined when they are not. */
  function scoreOf(one: Omit<Kind, 'ids' | 'place'>, other: Kind): number | undefined {
    compared++;
    const bits = ones(one.high ^ other.high) + ones(one.low ^ other.low);
    if (bits > mostBits) return undefined;
    const tone = toneApart(other, one);
    if (tone > mostTone) return undefined;
    return 1 - (bits / mostBits + tone / mostTone) / 2;
  }

  /** What looks like a photo, the most alike first. */
  function near({ print, tones, ratio }: Omit<Seen, 'id'>): Near[] {
    const asked = { ...halves(print), tones, ratio };
    const seen = new Set<Kind>();
    for (const key of bandKeys(asked)) for (const kind of bands.get(key) ?? []) seen.add(kind);
    const found = [...seen].flatMap((kind) => {
      const score = scoreOf(asked, kind);
      return score === undefined ? [] : kind.ids.map((id) => ({ id, score }));
    });
    return found.toSorted((a, b) => b.score - a.score);
  }

  /** Everything that looks alike, in groups, the most alike first. */
  function groups(): AlikeIds[] {
    const parents = kinds.map((_, place) => place);
    const rootOf = (place: number): number => {
      let at = place;
      while (parents[at] !== at) at = parents[at] = parents[parents[at] ?? at] ?? at;
      return at;
    };
    const scores = new Map<number, number>();
    for (const { one, other, score } of nearKinds()) {
      const [a, b] = [rootOf(one.place), rootOf(other.place)];
      scores.set(b, Math.min(score, scores.get(a) ?? 1, scores.get(b) ?? 1));
      parents[a] = b;
    }
    const byRoot = Map.groupBy(kinds, (kind) => rootOf(kind.place));
    return [...byRoot]
      .map(([root, members]) => ({
        ids: members.flatMap(({ ids }) => ids),
        score: scores.get(root) ?? 1,
      }))
      .filter(({ ids }) => ids.length > 1)
      .toSorted((a, b) => b.score - a.score);
  }

  function* nearKinds() {
    for (const band of bands.values())
      for (let at = 0; at < band.length; at++)
        for (let next = at + 1; next < band.length; next++) {
          const [one, other] = [band[at], band[next]];
          if (!one || !other) continue;
          const score = scoreOf(one, other);
          if (score !== undefined) yield { one, other, score };
        }
  }

  return {
    add,
    near,
    groups,
    size: () => size,
    /** How many were held beside each other so far. */
    compared: () => compared,
  };
}

function halves(print: string): { high: number; low: number } {
  return { high: Number.parseInt(print.slice(0, 8), 16), low: Number.parseInt(print.slice(8), 16) };
}

function bandKeys({ high, low }: { high: number; low: number }): number[] {
  const bits = (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
  let from = 0n;
  return bandBits.map((width, index) => {
    const part = Number((bits >> from) & ((1n << BigInt(width)) - 1n));
    from += BigInt(width);
    return index * 1024 + part;
  });
}

function ones(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

function toneApart(
  one: { tones: Uint8Array; ratio: number },
  other: { tones: Uint8Array; ratio: number },
): number {
  const stretch = one.ratio / other.ratio;
  if (stretch > mostRatio || stretch < 1 / mostRatio) return Infinity;
  let sum = 0;
  for (let at = 0; at < one.tones.length; at++)
    sum += Math.abs((one.tones[at] ?? 0) - (other.tones[at] ?? 0));
  return sum / one.tones.length;
}
