import type { CleanComment } from './clean-comment.ts';
import { intentRules } from './intent-rules.ts';
import { amountOf, featureReader, signHash, type Features } from './read-features.ts';
import { shortWords, wordClasses } from './word-classes.ts';
import { intents, type Intent } from './understanding.ts';

/** What the model of intents sees of a comment, and which intents its words alone speak for. What it
 *  answers is overwritten by the next comment. */
export function intentFeatures() {
  const read = featureReader({
    pieces: { from: 3, to: 4 },
    pairs: true,
    meanings: { same: shortWords, classOf: wordClasses() },
  });
  const rules = intentRules();
  const ruleHash = new Map(intents.map((intent) => [intent, signHash(`rule ${intent}`)]));
  const signs = Object.fromEntries(
    ['mention', 'only-mention', 'link', 'asks', 'shouts', 'short', 'long', 'no-rule'].map(
      (name) => [name, signHash(name)],
    ),
  );
  return (comment: CleanComment): Features & { byRules: Intent[] } => {
    const { hashes, amounts, count: words } = read(comment.folded);
    let count = words;
    const add = (hash: number | undefined) => {
      if (hash === undefined || count === hashes.length) return;
      amounts[count] = amountOf.sign;
      hashes[count++] = hash;
    };
    const byRules = rules(comment.folded);
    for (const intent of byRules) add(ruleHash.get(intent));
    if (byRules.length === 0) add(signs['no-rule']);
    if (comment.mentions > 0) add(signs['mention']);
    if (comment.mentions > 0 && isOnlyMarks(comment.folded)) add(signs['only-mention']);
    if (comment.links > 0) add(signs['link']);
    if (comment.folded.includes('?')) add(signs['asks']);
    if (comment.folded.includes('!')) add(signs['shouts']);
    if (comment.folded.length < 20) add(signs['short']);
    if (comment.folded.length > 90) add(signs['long']);
    return { hashes, amounts, count, byRules };
  };
}

/** What the model of languages sees: letters and accents, without names, links and numbers. */
export function languageFeatures() {
  const read = featureReader({ pieces: { from: 1, to: 4 }, pairs: false });
  return (letters: string) => read(letters);
}

const marks = /\bx(?:mention|link|mail|phone|\d)x\b/g;
const noLetters = /[^\p{L}\p{M}']+/gu;

/** The letters of a comment with one space between words. */
export function lettersOf({ accented }: CleanComment): string {
  return accented.replace(marks, ' ').replace(noLetters, ' ').trim();
}

function isOnlyMarks(folded: string): boolean {
  return !/\p{L}/u.test(folded.replace(marks, ''));
}
