import { cleanComment } from '../../shared/language/clean-comment.ts';
import { languageFeatures, lettersOf } from '../../shared/language/comment-features.ts';
import type { LinearModel } from '../../shared/language/linear-model.ts';
import { commentLanguages, type CommentLanguage } from '../../shared/language/understanding.ts';
import { readTrainingTexts, type LabelledText } from './read-comments.ts';
import { seededOrder } from './seeded-order.ts';
import { keepFeatures, trainModel, type Lesson, type TrainingPlan } from './train-model.ts';

// Arabic is told by its script.
const learned: readonly CommentLanguage[] = commentLanguages.filter(
  (language) => language !== 'ar',
);
/** Below this share among the languages a text is in none of them. */
const leastShare = 0.4;
/** Of each language: thousands beside the ninety texts of a smaller one would draw its words to theirs. */
const mostTexts = 600;

export const languagePlan: TrainingPlan = {
  labels: learned,
  passes: 12,
  rate: 0.3,
  decay: 0.0005,
  leastSeen: 2,
  mostKept: 8000,
};

export function trainLanguages(plan: TrainingPlan = languagePlan): LinearModel {
  const read = languageFeatures();
  const lessons = evenly(readTrainingTexts()).flatMap(({ text, language }): Lesson[] => {
    const letters = lettersOf(cleanComment(text));
    if (letters.length < 4) return [];
    return [{ ...keepFeatures(read(letters)), labels: [learned.indexOf(language)] }];
  });
  return { ...trainModel(lessons, plan), thresholds: plan.labels.map(() => leastShare) };
}

/** Some of each language, drawn by lot. */
function evenly(texts: readonly LabelledText[]): LabelledText[] {
  const counts = new Map<CommentLanguage, number>();
  return seededOrder(texts.length, 9).flatMap((at) => {
    const one = texts[at];
    const count = (one && counts.get(one.language)) ?? 0;
    if (!one || count === mostTexts) return [];
    counts.set(one.language, count + 1);
    return [one];
  });
}
