import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openUnderstand } from '../../core/understanding/open-understand.ts';
import { foldText } from '../../shared/rules/fold-text.ts';
import { intents } from '../../shared/language/understanding.ts';
import { macroF1 } from './f1.ts';
import { trainingFingerprint } from './fingerprint.ts';
import {
  readMeasuringComments,
  readMeasuringTexts,
  readTrainingComments,
  readTrainingTexts,
} from './read-comments.ts';

const resources = join(import.meta.dirname, '../../resources');
const training = readTrainingComments();
const measuring = [...readMeasuringComments('fr'), ...readMeasuringComments('en')];

test('there is enough to learn from and to measure with, in both languages', () => {
  for (const language of ['fr', 'en']) {
    expect(training.filter((one) => one.language === language).length).toBeGreaterThan(600);
    expect(measuring.filter((one) => one.language === language).length).toBeGreaterThan(200);
  }
  for (const intent of intents) {
    expect(measuring.filter((one) => one.intents.includes(intent)).length).toBeGreaterThan(12);
    expect(training.filter((one) => one.intents.includes(intent)).length).toBeGreaterThan(80);
  }
  expect(new Set(training.map(({ text }) => text)).size).toBeGreaterThan(1600);
});

/** Letters and digits alone: other stops, accents or emoji make no other comment. */
const plain = (text: string) =>
  foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function threesOf(text: string): Set<string> {
  const padded = ` ${plain(text)} `;
  return new Set(
    Array.from({ length: Math.max(0, padded.length - 2) }, (_, at) => padded.slice(at, at + 3)),
  );
}

/** Which of `texts` is most like another text, by the share of their threes of letters in common. */
function twinFinder(texts: readonly string[]) {
  const sizes = texts.map((text) => threesOf(text).size);
  const having = new Map<string, number[]>();
  texts.forEach((text, at) => {
    for (const three of threesOf(text)) having.set(three, [...(having.get(three) ?? []), at]);
  });
  return (text: string): { text: string; likeness: number } => {
    const threes = threesOf(text);
    const both = new Map<number, number>();
    for (const three of threes)
      for (const at of having.get(three) ?? []) both.set(at, (both.get(at) ?? 0) + 1);
    let best = { text: '', likeness: 0 };
    for (const [at, count] of both) {
      const likeness = count / (threes.size + (sizes[at] ?? 0) - count);
      if (likeness > best.likeness) best = { text: texts[at] ?? '', likeness };
    }
    return best;
  };
}

test('nothing that is measured with was learned, not even nearly', () => {
  const twinOf = twinFinder(readTrainingTexts().map(({ text }) => text));
  const held = [...measuring, ...readMeasuringTexts()].filter(({ text }) => /\p{L}{2}/u.test(text));
  const near = held.flatMap(({ text }) => {
    const twin = twinOf(text);
    return twin.likeness >= 0.65 ? [`${text} ← ${twin.text}`] : [];
  });
  expect(near).toEqual([]);
  // The comparison itself sees what it should.
  expect(twinFinder(['adieu', 'dispo en 38'])('Dispo en 38 ???')).toMatchObject({ likeness: 1 });
});

test('the models that ship are made from what is here: else run node scripts/classifier/train.ts', () => {
  const made = readFileSync(join(resources, 'language/made.json'), 'utf8');
  expect(JSON.parse(made)).toEqual({ from: trainingFingerprint() });
  const sizes = ['intents', 'languages'].map(
    (name) => statSync(join(resources, 'language', `${name}.bin`)).size,
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_500_000);
});

test('comments kept apart are understood as well as docs/understanding.md says', () => {
  const understand = openUnderstand(resources);
  for (const language of ['fr', 'en'] as const) {
    const judged = readMeasuringComments(language).map((one) => ({
      wanted: one.intents,
      found: understand(one.text).intents.map(({ intent }) => intent),
    }));
    expect(macroF1(judged, intents).f1).toBeGreaterThan(0.82);
    const told = readMeasuringComments(language).filter(
      ({ text }) => understand(text).language === language,
    );
    expect(told.length / judged.length).toBeGreaterThan(0.95);
  }
});
