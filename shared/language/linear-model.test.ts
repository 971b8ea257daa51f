import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  modelScorer,
  probability,
  readModel,
  writeModel,
  type LinearModel,
} from './linear-model.ts';

const model: LinearModel = {
  labels: ['yes', 'no'],
  biases: [0.5, -0.5],
  scales: [0.1, 0.01],
  thresholds: [0.5, 0.4],
  hashes: Uint32Array.of(3, 1029, 4_294_967_295),
  weights: Int8Array.of(127, -127, -1, 1, 10, 20),
};
const featuresOf = (...hashes: number[]) => ({
  hashes: Uint32Array.from(hashes),
  amounts: new Uint8Array(hashes.length).fill(1),
  count: hashes.length,
});

test('a model is the same after it was written and read, also out of a larger buffer', () => {
  const bytes = writeModel(model);
  expect(readModel(bytes)).toEqual(model);
  const room = Buffer.alloc(bytes.length + 7);
  room.set(bytes, 7);
  expect(readModel(room.subarray(7))).toEqual(model);
});

test('a model that is cut or too long is refused', () => {
  const bytes = writeModel(model);
  for (const length of [0, 3, 20, bytes.length - 1])
    expect(() => readModel(bytes.slice(0, length)), String(length)).toThrow();
  expect(() => readModel(Uint8Array.of(...bytes, 0))).toThrow('another length');
});

test('scores are the sum of what is known, whatever else stands in the text', () => {
  const score = modelScorer(model);
  const [yes = 0, no = 0] = score(featuresOf(3)).logits;
  expect([yes, no].map((logit) => logit.toFixed(6))).toEqual(['13.200000', '-1.770000']);
  expect(score(featuresOf(7, 8, 9))).toMatchObject({ known: 0 });
  const two = score(featuresOf(3, 1029));
  expect(two.known).toBe(2);
  expect(two.logits[0]).toBeCloseTo(0.5 + (126 * 0.1) / Math.SQRT2);
  expect([...score(featuresOf()).logits]).toEqual([0.5, -0.5]);
});

test('every feature of a model is found again, and no other', () => {
  const hashes = fc.uniqueArray(fc.integer({ min: 0, max: 4_294_967_295 }), { maxLength: 600 });
  fc.assert(
    fc.property(hashes, fc.integer({ min: 0, max: 4_294_967_295 }), (known, other) => {
      const sorted = Uint32Array.from(known).sort();
      const weights = new Int8Array(sorted.length * 2).fill(1);
      const score = modelScorer({ ...model, hashes: sorted, weights });
      for (const hash of sorted) expect(score(featuresOf(hash)).known).toBe(1);
      expect(score(featuresOf(other)).known).toBe(known.includes(other) ? 1 : 0);
    }),
    { numRuns: 30 },
  );
});

test('a logit of nothing is one half', () => {
  expect(probability(0)).toBe(0.5);
  expect(probability(50)).toBeCloseTo(1);
});
