import type { Features } from './read-features.ts';

/** A trained model: a weight for each feature and label, in steps of `scales`. */
export type LinearModel = {
  labels: string[];
  biases: number[];
  scales: number[];
  /** Probability from which a label holds. */
  thresholds: number[];
  /** Ascending. */
  hashes: Uint32Array;
  /** `hashes.length` rows of one weight a label. */
  weights: Int8Array;
};

type Head = Pick<LinearModel, 'labels' | 'biases' | 'scales' | 'thresholds'> & {
  features: number;
};

/** The file of a model: length of its head, the head as JSON, hashes, weights; little-endian. */
export function writeModel(model: LinearModel): Uint8Array {
  const { labels, biases, scales, thresholds, hashes, weights } = model;
  const head: Head = { labels, biases, scales, thresholds, features: hashes.length };
  const text = new TextEncoder().encode(JSON.stringify(head));
  const bytes = new Uint8Array(4 + text.length + hashes.length * 4 + weights.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, text.length, true);
  bytes.set(text, 4);
  hashes.forEach((hash, at) => view.setUint32(4 + text.length + at * 4, hash, true));
  bytes.set(
    new Uint8Array(weights.buffer, weights.byteOffset, weights.length),
    bytes.length - weights.length,
  );
  return bytes;
}

/** Throws for bytes that are no whole model. */
export function readModel(bytes: Uint8Array): LinearModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headLength = view.getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headLength))) as Head;
  const from = 4 + headLength;
  const weightCount = head.features * head.labels.length;
  if (bytes.length !== from + head.features * 4 + weightCount)
    throw new Error(`a model of ${head.features} features has another length`);
  const hashes = Uint32Array.from({ length: head.features }, (_, at) =>
    view.getUint32(from + at * 4, true),
  );
  const weights = new Int8Array(weightCount);
  weights.set(bytes.subarray(from + head.features * 4));
  const { labels, biases, scales, thresholds } = head;
  return { labels, biases, scales, thresholds, hashes, weights };
}

export type Scorer = (features: Features) => { logits: Float64Array; known: number };

/** Scores features with a model: a logit for each label, and how many of the features it knows. What it
 *  answers is overwritten by the next call. */
export function modelScorer(model: LinearModel): Scorer {
  const { labels, biases, scales, weights } = model;
  const find = hashFinder(model.hashes);
  const size = labels.length;
  const sums = new Int32Array(size);
  const logits = new Float64Array(size);
  return (features) => {
    sums.fill(0);
    const { hashes, amounts, count } = features;
    let known = 0;
    for (let at = 0; at < count; at++) {
      const row = find(hashes[at] as number);
      if (row < 0) continue;
      known += 1;
      const amount = amounts[at] as number;
      const from = row * size;
      // Within bounds by the loop: `??` here would take half of the time again.
      for (let label = 0; label < size; label++)
        sums[label] = (sums[label] as number) + amount * (weights[from + label] as number);
    }
    const share = featureShare(features);
    for (let label = 0; label < size; label++)
      logits[label] = (biases[label] ?? 0) + (sums[label] ?? 0) * (scales[label] ?? 0) * share;
    return { logits, known };
  };
}

/** What an amount of 1 counts: long texts do not speak louder than short ones. */
export function featureShare({ amounts, count }: Pick<Features, 'amounts' | 'count'>): number {
  let total = 0;
  for (let at = 0; at < count; at++) total += amounts[at] ?? 0;
  return total === 0 ? 0 : 1 / Math.sqrt(total);
}

export function probability(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/** The row of a hash, -1 when there is none: a table with open places, at most half full. */
function hashFinder(hashes: Uint32Array): (hash: number) => number {
  let size = 1024;
  while (size < hashes.length * 2) size *= 2;
  const rows = new Int32Array(size).fill(-1);
  const placeOf = (hash: number) => Math.imul(hash, 0x9e3779b1) & (size - 1);
  hashes.forEach((hash, row) => {
    let place = placeOf(hash);
    while (rows[place] !== -1) place = (place + 1) & (size - 1);
    rows[place] = row;
  });
  return (hash) => {
    for (let place = placeOf(hash); ; place = (place + 1) & (size - 1)) {
      const row = rows[place] as number;
      if (row < 0 || hashes[row] === hash) return row;
    }
  };
}
