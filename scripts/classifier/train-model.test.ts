import { expect, test } from 'vitest';
import { modelScorer, writeModel } from '../../shared/language/linear-model.ts';
import { featureReader } from '../../shared/language/read-features.ts';
import { macroF1 } from './f1.ts';
import { seededOrder } from './seeded-order.ts';
import { bestThresholds } from './train-intents.ts';
import { keepFeatures, trainModel, type TrainingPlan } from './train-model.ts';

const read = featureReader({ pieces: { from: 3, to: 4 }, pairs: true });
const plan: TrainingPlan = {
  labels: ['fruit', 'animal'],
  passes: 20,
  rate: 0.3,
  decay: 0.0005,
  leastSeen: 2,
  mostKept: 200,
};
const fruits = [
  'une pomme rouge',
  'deux pommes',
  'la pomme',
  'une poire verte',
  'deux poires',
  'la poire',
];
const animals = [
  'un chat noir',
  'deux chats',
  'le chat',
  'un chien brun',
  'deux chiens',
  'le chien',
];
const lessons = [...fruits, ...animals].map((text, at) => ({
  ...keepFeatures(read(text)),
  labels: [at < fruits.length ? 0 : 1],
}));

test('learns what sets texts apart and judges others by it', () => {
  const score = modelScorer(trainModel(lessons, plan));
  const [fruit = 0, animal = 0] = score(read('trois pommes jaunes')).logits;
  expect(fruit).toBeGreaterThan(0);
  expect(animal).toBeLessThan(0);
  const [other = 0, cat = 0] = score(read('ton chat')).logits;
  expect(cat).toBeGreaterThan(other);
});

test('the same lessons make the same bytes, others do not', () => {
  const bytes = writeModel(trainModel(lessons, plan));
  expect(writeModel(trainModel(lessons, plan))).toEqual(bytes);
  expect(writeModel(trainModel(lessons.slice(1), plan))).not.toEqual(bytes);
});

test('keeps no more features than asked for, and none that is seen too seldom', () => {
  expect(trainModel(lessons, { ...plan, mostKept: 10 }).hashes).toHaveLength(10);
  expect(trainModel(lessons, { ...plan, leastSeen: 100 }).hashes).toHaveLength(0);
});

test('an order is a shuffle of all places, its own for each seed', () => {
  expect(seededOrder(50, 1).toSorted((one, other) => one - other)).toEqual([...Array(50).keys()]);
  expect(seededOrder(50, 1)).toEqual(seededOrder(50, 1));
  expect(seededOrder(50, 1)).not.toEqual(seededOrder(50, 2));
});

test('a threshold stands where it parts best', () => {
  const rows = [0.3, 0.35, 0.4, 0.62, 0.66, 0.7].map((price, at) => ({
    labels: at < 3 ? [] : [0],
    probabilities: [price],
  }));
  const [threshold = 0] = bestThresholds(rows);
  expect(threshold).toBeGreaterThan(0.4);
  expect(threshold).toBeLessThanOrEqual(0.62);
});

test('F1 counts every label the same, however seldom it is', () => {
  const { f1, figures } = macroF1(
    [
      { wanted: ['price'], found: ['price', 'size'] },
      { wanted: ['price'], found: ['price'] },
      { wanted: ['size'], found: ['other'] },
    ],
    ['price', 'size'],
  );
  expect(figures.map((one) => one.f1)).toEqual([1, 0]);
  expect(f1).toBe(0.5);
  expect(macroF1([], ['price']).f1).toBe(0);
});
