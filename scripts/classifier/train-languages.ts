import { cleanComment } from '../../shared/language/clean-comment.ts';
import { languageFeatures, lettersOf } from '../../shared/language/comment-features.ts';
import type { LinearModel } from '../../shared/language/linear-model.ts';
import { commentLanguages, type CommentLanguage } from '../../shared/language/understanding.ts';
import { readTrainingTexts } from './read-comments.ts';
import { keepFeatures, trainModel, type Lesson, type TrainingPlan } from './train-model.ts';

// Arabic is told by its script.
const learned: readonly CommentLanguage[] = commentLanguages.filter(
  (language) => language !== 'ar',
);
/** Below this share among the languages a text is in none of them. */
const leastShare = 0.4;

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
  const lessons = readTrainingTexts().flatMap(({ text, language }): Lesson[] => {
    const letters = lettersOf(cleanComment(text));
    if (letters.length < 4) return [];
    return [{ ...keepFeatures(read(letters)), labels: [learned.indexOf(language)] }];
  });
  return { ...trainModel(lessons, plan), thresholds: plan.labels.map(() => leastShare) };
}
