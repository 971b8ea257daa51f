import type { Intent } from '../../shared/language/understanding.ts';

export type Judged = { wanted: readonly Intent[]; found: readonly Intent[] };
export type IntentFigures = { intent: Intent; precision: number; recall: number; f1: number };

/** Precision, recall and F1 of each intent over texts that may have several, and the mean of the F1:
 *  every intent counts the same, however seldom it is. */
export function macroF1(judged: readonly Judged[], labels: readonly Intent[]) {
  const figures = labels.map((intent): IntentFigures => {
    const wanted = judged.filter((one) => one.wanted.includes(intent)).length;
    const found = judged.filter((one) => one.found.includes(intent)).length;
    const both = judged.filter((one) => one.wanted.includes(intent) && one.found.includes(intent));
    return {
      intent,
      precision: found === 0 ? 0 : both.length / found,
      recall: wanted === 0 ? 0 : both.length / wanted,
      f1: wanted + found === 0 ? 0 : (2 * both.length) / (wanted + found),
    };
  });
  const f1 = figures.reduce((sum, one) => sum + one.f1, 0) / labels.length;
  return { f1, figures };
}
