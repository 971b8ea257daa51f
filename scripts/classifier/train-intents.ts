import { cleanComment } from '../../shared/language/clean-comment.ts';
import { intentFeatures } from '../../shared/language/comment-features.ts';
import { modelScorer, probability, type LinearModel } from '../../shared/language/linear-model.ts';
import { intents } from '../../shared/language/understanding.ts';
import { readTrainingComments, type LabelledComment } from './read-comments.ts';
import { seededOrder } from './seeded-order.ts';
import { keepFeatures, trainModel, type Lesson, type TrainingPlan } from './train-model.ts';

export const intentPlan: TrainingPlan = {
  labels: intents,
  passes: 12,
  rate: 0.3,
  decay: 0.001,
  leastSeen: 1,
  mostKept: 200_000,
};
const folds = 4;
const pairCount = 4000;

/** The model of intents, with the threshold of each label as it serves best on comments that a model
 *  trained without them had to judge. */
export function trainIntents(plan: TrainingPlan = intentPlan): LinearModel {
  const comments = readTrainingComments();
  const model = trainModel(lessonsOf(comments, pairCount), plan);
  return { ...model, thresholds: bestThresholds(judgeUnseen(comments, plan)) };
}

/** Every comment, and `count` made of two. */
function lessonsOf(comments: readonly LabelledComment[], count: number): Lesson[] {
  const read = intentFeatures();
  return [...comments, ...pairComments(comments, count)].map((one) => lessonOf(one, read));
}

function lessonOf(comment: LabelledComment, read: ReturnType<typeof intentFeatures>): Lesson {
  const features = keepFeatures(read(cleanComment(comment.text)));
  return { ...features, labels: comment.intents.map((intent) => intents.indexOf(intent)) };
}

/** Two comments written as one, with the intents of both: people ask several things at once. What is
 *  nothing beside a wish (`other`) is left out. */
function pairComments(comments: readonly LabelledComment[], count: number): LabelledComment[] {
  const order = seededOrder(comments.length, 5);
  return Array.from({ length: count }, (_, at): LabelledComment[] => {
    const one = comments[order[at % order.length] ?? 0];
    const other = comments[order[(at * 7 + 3) % order.length] ?? 0];
    if (!one || !other || one.language !== other.language || one === other) return [];
    const all = [...new Set([...one.intents, ...other.intents])];
    const clear = all.filter((intent) => intent !== 'other');
    const stop = /[.?!…]$/.test(one.text) ? '' : at % 2 ? ',' : '.';
    return [
      {
        text: `${one.text}${stop} ${other.text}`,
        language: one.language,
        intents: clear.length > 0 ? clear : all,
      },
    ];
  }).flat();
}

export type Unseen = { labels: readonly number[]; probabilities: number[] };

/** Every comment judged by a model that was trained without it, alone and in pairs. */
export function judgeUnseen(comments: readonly LabelledComment[], plan: TrainingPlan): Unseen[] {
  const order = seededOrder(comments.length, 77);
  return Array.from({ length: folds }, (_, fold) => {
    const pick = (held: boolean) =>
      order.flatMap((at, place) => ((place % folds === fold) === held ? (comments[at] ?? []) : []));
    const score = modelScorer(trainModel(lessonsOf(pick(false), pairCount), plan));
    return lessonsOf(pick(true), pairCount >> 3).map((lesson) => ({
      labels: lesson.labels,
      probabilities: [...score(lesson).logits].map(probability),
    }));
  }).flat();
}

/** For each label the threshold with the best F1; the middle of the best ones when several are equal. */
export function bestThresholds(unseen: readonly Unseen[]): number[] {
  const tried = Array.from({ length: 25 }, (_, at) => 0.2 + at * 0.02);
  return intents.map((_, label) => {
    const scores = tried.map((threshold) => f1At(unseen, label, threshold));
    const best = Math.max(...scores);
    const among = tried.filter((_threshold, at) => (scores[at] ?? 0) > best - 0.003);
    return Math.round((among[among.length >> 1] ?? 0.5) * 100) / 100;
  });
}

function f1At(unseen: readonly Unseen[], label: number, threshold: number): number {
  let both = 0;
  let sum = 0;
  for (const { labels, probabilities } of unseen) {
    const wanted = labels.includes(label);
    const found = (probabilities[label] ?? 0) >= threshold;
    if (wanted && found) both += 1;
    sum += Number(wanted) + Number(found);
  }
  return sum === 0 ? 0 : (2 * both) / sum;
}
