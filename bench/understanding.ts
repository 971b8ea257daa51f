import { join } from 'node:path';
import { openUnderstand } from '../core/understanding/open-understand.ts';
import { macroF1, type Judged } from '../scripts/classifier/f1.ts';
import {
  readMeasuringComments,
  readMeasuringTexts,
  type LabelledComment,
} from '../scripts/classifier/read-comments.ts';
import { cleanComment } from '../shared/language/clean-comment.ts';
import { intentRules } from '../shared/language/intent-rules.ts';
import type { Understand } from '../shared/language/understand.ts';
import { intents, type Intent } from '../shared/language/understanding.ts';
import { compare, median, time, type BenchLine } from './measure.ts';

const leastF1 = 0.8;
const leastLanguages = 0.9;
const rounds = 5;
const repeats = 10;

/** How well comments kept apart are understood, and how fast. The same comments judged by the words of
 *  the rules alone, and all of them taken for the commonest intent, stand beside. */
export async function benchUnderstanding(): Promise<BenchLine[]> {
  const understand = openUnderstand(join(import.meta.dirname, '../resources'));
  const sets = (['fr', 'en'] as const).map((language) => readMeasuringComments(language));
  const lines: BenchLine[] = [];
  for (const comments of sets) lines.push(await benchIntents(comments, understand));
  lines.push(await benchLanguages(sets.flat(), understand));
  lines.push(await benchSpeed(sets.flat(), understand));
  return lines;
}

async function benchIntents(
  comments: readonly LabelledComment[],
  understand: Understand,
): Promise<BenchLine> {
  const rules = intentRules();
  const byRules = (text: string): Intent[] => {
    const found = rules(cleanComment(text).folded);
    return found.length > 0 ? found : ['other'];
  };
  const bySum = (text: string) => understand(text).intents.map(({ intent }) => intent);
  const commonest = commonestOf(comments);
  const judge = (find: (text: string) => Intent[]) =>
    comments.map((comment): Judged => ({ wanted: comment.intents, found: find(comment.text) }));
  const ours = macroF1(judge(bySum), intents);
  const alone = macroF1(judge(byRules), intents);
  const lazy = macroF1(
    judge(() => [commonest]),
    intents,
  );
  const language = comments[0]?.language ?? 'fr';
  console.log(
    `${language}: ${comments.length} comments, macro-F1 ${ours.f1.toFixed(3)}; rules alone ${alone.f1.toFixed(3)}, always ${commonest} ${lazy.f1.toFixed(3)}`,
  );
  for (const { intent, precision, recall, f1 } of ours.figures)
    console.log(
      `  ${intent.padEnd(10)} precision ${precision.toFixed(2)}  recall ${recall.toFixed(2)}  F1 ${f1.toFixed(2)}`,
    );
  printConfusion(judge(bySum));
  const oursMs = await timeOf(() => judge(bySum));
  const yardstickMs = await timeOf(() => judge(byRules));
  return figure(
    language === 'fr' ? 'understanding-fr-f1' : 'understanding-en-f1',
    { reached: ours.f1, target: leastF1, oursMs, yardstickMs },
    `macro-F1; the words of the rules alone reach ${alone.f1.toFixed(2)}`,
  );
}

/** Main intents: a row for what was wanted, a column for what was found. */
function printConfusion(judged: readonly Judged[]): void {
  const short = (intent: Intent) => intent.slice(0, 5).padStart(6);
  console.log(`  ${'wanted'.padEnd(10)}${intents.map(short).join('')}`);
  for (const wanted of intents) {
    const rows = judged.filter((one) => one.wanted[0] === wanted);
    const counts = intents.map((found) => rows.filter((one) => one.found[0] === found).length);
    const cells = counts.map((count) => (count === 0 ? '·' : String(count)).padStart(6));
    console.log(`  ${wanted.padEnd(10)}${cells.join('')}`);
  }
}

async function benchLanguages(
  comments: readonly LabelledComment[],
  understand: Understand,
): Promise<BenchLine> {
  const texts = [...comments, ...readMeasuringTexts()];
  const wanted = [...new Set(texts.map(({ language }) => language))];
  const shares = wanted.map((language) => {
    const own = texts.filter((one) => one.language === language);
    const right = own.filter(({ text }) => understand(text).language === language).length;
    return { language, share: right / own.length, count: own.length };
  });
  console.log(
    `languages: ${shares.map(({ language, share, count }) => `${language} ${share.toFixed(2)} (${count})`).join(', ')}`,
  );
  const mean = shares.reduce((sum, { share }) => sum + share, 0) / shares.length;
  const oursMs = await timeOf(() => texts.map(({ text }) => understand(text)));
  const yardstickMs = await timeOf(() => texts.map(({ text }) => cleanComment(text)));
  return figure(
    'understanding-language',
    { reached: mean, target: leastLanguages, oursMs, yardstickMs },
    'share told right, each language counting the same',
  );
}

/** One thread, against a search for the same words with a regular expression each. */
async function benchSpeed(
  comments: readonly LabelledComment[],
  understand: Understand,
): Promise<BenchLine> {
  const words = [
    ...new Set(comments.flatMap(({ text }) => text.toLowerCase().match(/\p{L}{4,}/gu) ?? [])),
  ];
  const patterns = words.slice(0, 400).map((word) => new RegExp(`\\b${word}\\b`, 'iu'));
  const all = Array.from({ length: repeats }, () => comments).flat();
  const line = await compare({
    name: 'understanding-speed',
    target: 3,
    better: 'lower',
    against: 'looking for 400 words with a regular expression each',
    ours: () => Promise.resolve(all.forEach(({ text }) => understand(text))),
    yardstick: () =>
      Promise.resolve(all.forEach(({ text }) => patterns.forEach((pattern) => pattern.test(text)))),
    rounds,
  });
  console.log(`speed: ${Math.round((all.length / line.oursMs) * 1000)} comments a second`);
  return line;
}

function commonestOf(comments: readonly LabelledComment[]): Intent {
  const count = (intent: Intent) => comments.filter((one) => one.intents.includes(intent)).length;
  return intents.toSorted((one, other) => count(other) - count(one))[0] ?? 'other';
}

async function timeOf(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++)
    times.push(
      await time(() => {
        work();
        return Promise.resolve();
      }),
    );
  return median(times);
}

type Reached = { reached: number; target: number; oursMs: number; yardstickMs: number };

/** A line whose ratio is a share reached, not a comparison of times. */
function figure(name: string, { reached, ...rest }: Reached, against: string): BenchLine {
  return { name, ratio: reached, better: 'higher', pass: reached >= rest.target, against, ...rest };
}
