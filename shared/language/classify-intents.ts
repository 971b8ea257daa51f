import type { CleanComment } from './clean-comment.ts';
import { intentFeatures } from './comment-features.ts';
import { modelScorer, probability, type LinearModel } from './linear-model.ts';
import { intents, type Intent, type IntentScore } from './understanding.ts';

/** For a language the model has not learned, words alone count as this sure. */
const ruleScore = 0.6;

/** What a comment is about, the main intent first; never empty. `isLearned` tells whether the comment is in
 *  a language of the training; in others what the words alone say is believed as well. */
export function intentClassifier(
  model: LinearModel,
): (comment: CleanComment, isLearned: boolean) => IntentScore[] {
  const read = intentFeatures();
  const score = modelScorer(model);
  const names = model.labels.map((label) => intents.find((intent) => intent === label) ?? 'other');
  return (comment, isLearned) => {
    const features = read(comment);
    const { byRules } = features;
    const { logits } = score(features);
    let best: IntentScore = { intent: 'other', score: -1 };
    const holding: IntentScore[] = [];
    names.forEach((intent, at) => {
      const learned = probability(logits[at] ?? 0);
      const isSaid = !isLearned && byRules.includes(intent);
      const rated = { intent, score: rounded(isSaid ? Math.max(learned, ruleScore) : learned) };
      if (rated.score > best.score) best = rated;
      if (rated.score >= (model.thresholds[at] ?? 0.5)) holding.push(rated);
    });
    return holding.length < 2 ? [holding[0] ?? best] : clearOnes(holding);
  };
}

const rounded = (score: number) => Math.round(score * 1000) / 1000;
const isVague = (intent: Intent) => intent === 'other' || intent === 'question';

/** The likeliest first. `other` and a plain `question` stand beside nothing that says more. */
function clearOnes(holding: IntentScore[]): IntentScore[] {
  holding.sort((one, other) => other.score - one.score);
  return holding.filter(({ intent }, at) => at === 0 || !isVague(intent));
}
