import { probability, featureShare, type LinearModel } from '../../shared/language/linear-model.ts';
import type { Features } from '../../shared/language/read-features.ts';
import { seededOrder } from './seeded-order.ts';

/** One text to learn from: hashes of what is seen of it, and the places of its labels. */
export type Lesson = Features & { labels: readonly number[] };

/** Features of a reader that will read the next text into the same place. */
export function keepFeatures({ hashes, amounts, count }: Features): Features {
  return { hashes: hashes.slice(0, count), amounts: amounts.slice(0, count), count };
}

export type TrainingPlan = {
  labels: readonly string[];
  /** Passes over all lessons. */
  passes: number;
  rate: number;
  /** How strongly weights are drawn to nothing. */
  decay: number;
  /** A feature is learned when this many lessons have it. */
  leastSeen: number;
  /** Features kept, those that weigh most. */
  mostKept: number;
};

/** Logistic regression for each label, by steps that shrink for features seen often (Adagrad). The same
 *  lessons give the same model, bit for bit: the order is seeded. */
export function trainModel(lessons: readonly Lesson[], plan: TrainingPlan): LinearModel {
  const features = featuresSeen(lessons, plan.leastSeen);
  const rows = lessons.map((lesson) => rowOf(lesson, features));
  const size = plan.labels.length;
  const state: State = {
    weights: new Float64Array(features.size * size),
    steps: new Float64Array(features.size * size).fill(1e-6),
    biases: new Float64Array(size),
    biasSteps: new Float64Array(size).fill(1e-6),
  };
  for (let pass = 0; pass < plan.passes; pass++)
    for (const at of seededOrder(lessons.length, pass + 1)) {
      const lesson = lessons[at];
      const row = rows[at];
      if (lesson && row) learn(state, row, featureShare(lesson), lesson.labels, plan);
    }
  return packModel(state, features, plan);
}

type State = {
  weights: Float64Array;
  steps: Float64Array;
  biases: Float64Array;
  biasSteps: Float64Array;
};

function featuresSeen(lessons: readonly Lesson[], least: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { hashes } of lessons)
    for (const hash of new Set(hashes)) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const features = new Map<number, number>();
  for (const [hash, count] of counts) if (count >= least) features.set(hash, features.size);
  return features;
}

/** The features of a lesson that are learned, and how much each counts. */
type Row = { features: Int32Array; amounts: Uint8Array };

function rowOf(lesson: Lesson, features: Map<number, number>): Row {
  const known = [...lesson.hashes].flatMap((hash, at) => {
    const feature = features.get(hash);
    return feature === undefined ? [] : [{ feature, amount: lesson.amounts[at] ?? 0 }];
  });
  return {
    features: Int32Array.from(known, ({ feature }) => feature),
    amounts: Uint8Array.from(known, ({ amount }) => amount),
  };
}

function learn(
  state: State,
  row: Row,
  share: number,
  labels: readonly number[],
  plan: TrainingPlan,
): void {
  const { weights, steps, biases, biasSteps } = state;
  const size = plan.labels.length;
  for (let label = 0; label < size; label++) {
    let sum = 0;
    row.features.forEach((feature, at) => {
      sum += (row.amounts[at] ?? 0) * (weights[feature * size + label] ?? 0);
    });
    const miss = probability((biases[label] ?? 0) + sum * share) - (labels.includes(label) ? 1 : 0);
    biasSteps[label] = (biasSteps[label] ?? 0) + miss * miss;
    biases[label] = (biases[label] ?? 0) - (plan.rate * miss) / Math.sqrt(biasSteps[label] ?? 1);
    row.features.forEach((feature, place) => {
      const at = feature * size + label;
      const slope = miss * share * (row.amounts[place] ?? 0) + plan.decay * (weights[at] ?? 0);
      steps[at] = (steps[at] ?? 0) + slope * slope;
      weights[at] = (weights[at] ?? 0) - (plan.rate * slope) / Math.sqrt(steps[at] ?? 1);
    });
  }
}

/** Keeps the weightiest features and writes their weights as whole steps from -127 to 127. */
function packModel(state: State, features: Map<number, number>, plan: TrainingPlan): LinearModel {
  const size = plan.labels.length;
  const weightsOf = (feature: number) =>
    state.weights.subarray(feature * size, (feature + 1) * size);
  const kept = [...features]
    .map(([hash, feature]) => ({
      hash,
      row: weightsOf(feature),
      weight: heaviest(weightsOf(feature)),
    }))
    .toSorted((one, other) => other.weight - one.weight || one.hash - other.hash)
    .slice(0, plan.mostKept)
    .toSorted((one, other) => one.hash - other.hash);
  const scales = plan.labels.map((_, label) => {
    const most = kept.reduce((top, { row }) => Math.max(top, Math.abs(row[label] ?? 0)), 0);
    return most === 0 ? 1 : most / 127;
  });
  const weights = new Int8Array(kept.length * size);
  kept.forEach(({ row }, at) =>
    row.forEach((weight, label) => {
      weights[at * size + label] = Math.round(weight / (scales[label] ?? 1));
    }),
  );
  return {
    labels: [...plan.labels],
    biases: [...state.biases].map((bias) => Math.round(bias * 1e6) / 1e6),
    scales,
    thresholds: plan.labels.map(() => 0.5),
    hashes: Uint32Array.from(kept, ({ hash }) => hash),
    weights,
  };
}

function heaviest(row: Float64Array): number {
  return row.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
}
