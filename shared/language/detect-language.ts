import type { CleanComment } from './clean-comment.ts';
import { languageFeatures, lettersOf } from './comment-features.ts';
import { modelScorer, type LinearModel } from './linear-model.ts';
import { commentLanguages, type CommentLanguage } from './understanding.ts';

export type FoundLanguage = { language: CommentLanguage | 'unknown'; confidence: number };

const unknown: FoundLanguage = { language: 'unknown', confidence: 0 };
const surest = 0.99;
const otherScripts =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Devanagari}]/gu;
const arabic = /\p{Script=Arabic}/gu;
// Letters of Persian and Urdu that Arabic does not write.
const notArabic = /[پچژگکیےہٹڈ]/u;

/** Tells the language of a comment: by its script where that is enough, else by its words and pieces of
 *  words. Without letters, in another script or below the model's threshold it is unknown. */
export function languageDetector(model: LinearModel): (comment: CleanComment) => FoundLanguage {
  const read = languageFeatures();
  const score = modelScorer(model);
  const threshold = model.thresholds[0] ?? 0;
  return (comment) => {
    const letters = lettersOf(comment);
    if (letters.length < 2) return unknown;
    const byScript = languageOfScript(letters);
    if (byScript) return byScript;
    const { logits, known } = score(read(letters));
    if (known === 0) return unknown;
    const best = mostLikely(logits);
    const language = commentLanguages.find((name) => name === model.labels[best.label]);
    return !language || best.share < threshold
      ? unknown
      : { language, confidence: Math.min(surest, best.share) };
  };
}

function languageOfScript(letters: string): FoundLanguage | undefined {
  // Most comments are Latin: one look at the first letter outside saves counting.
  if (!/[^\p{Script=Latin}\s']/u.test(letters)) return undefined;
  const total = letters.replace(/[\s']/g, '').length;
  const arabicCount = letters.match(arabic)?.length ?? 0;
  if (arabicCount * 2 > total)
    return notArabic.test(letters) ? unknown : { language: 'ar', confidence: surest };
  const otherCount = letters.match(otherScripts)?.length ?? 0;
  return otherCount * 2 > total ? unknown : undefined;
}

/** The label with the largest logit, and its share among all (softmax). */
export function mostLikely(logits: Float64Array): { label: number; share: number } {
  let label = 0;
  for (let at = 1; at < logits.length; at++)
    if ((logits[at] ?? 0) > (logits[label] ?? 0)) label = at;
  const top = logits[label] ?? 0;
  const sum = logits.reduce((total, logit) => total + Math.exp(logit - top), 0);
  return { label, share: 1 / sum };
}
