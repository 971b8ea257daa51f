import { intentClassifier } from './classify-intents.ts';
import { cleanComment } from './clean-comment.ts';
import { languageDetector } from './detect-language.ts';
import { findContacts } from './find-contacts.ts';
import { findDates, type DateContext } from './find-dates.ts';
import { findColours, findQuantities, findSizes } from './find-details.ts';
import type { LinearModel } from './linear-model.ts';
import { findProducts, type ProductIndex } from './match-products.ts';
import { splitWords } from './split-words.ts';
import type { Entities, Understanding } from './understanding.ts';

/** What is known around a comment; everything may be missing. */
export type CommentContext = DateContext & {
  /** The catalogue, from `indexProducts`. */
  products?: ProductIndex | undefined;
  /** Products of the post under which the comment stands. */
  taggedProductIds?: readonly string[] | undefined;
};

export type Understand = (text: string, context?: CommentContext) => Understanding;

export type Models = { intents: LinearModel; languages: LinearModel };
/** A comment's language and what is wanted, without what it names: half the work. */
export type ReadMeaning = (text: string) => Omit<Understanding, 'entities'>;

/** Reads comments with the two models that ship with the studio. One for each thread of work: it keeps room
 *  for the text it reads, of which the first 1,200 letters are judged. */
export function createReadMeaning(models: Models): ReadMeaning {
  const detect = languageDetector(models.languages);
  const classify = intentClassifier(models.intents);
  return (text) => {
    const comment = cleanComment(text);
    const { language, confidence } = detect(comment);
    const isLearned = language === 'fr' || language === 'en' || language === 'unknown';
    return { language, confidence, intents: classify(comment, isLearned) };
  };
}

/** The same, and what is named. Takes time linear in the text, of which the first 2,000 letters are
 *  searched. */
export function createUnderstand(models: Models): Understand {
  const readMeaning = createReadMeaning(models);
  return (text, context = {}) => ({
    ...readMeaning(text),
    entities: findEntities(text, context),
  });
}

/** What a comment names. A number that is part of an address or a day is no quantity. */
export function findEntities(text: string, context: CommentContext = {}): Entities {
  const words = splitWords(text);
  const contacts = findContacts(text);
  const outside = contacts.length === 0 ? words : words.filter((word) => !isIn(word, contacts));
  const dates = findDates(text, outside, context);
  const sizes = findSizes(
    text,
    outside.filter((word) => !isIn(word, dates)),
  );
  return {
    quantities: findQuantities(text, outside, [...dates, ...sizes]),
    sizes,
    colours: findColours(outside),
    products: context.products
      ? findProducts(words, context.products, context.taggedProductIds)
      : [],
    contacts,
    dates,
  };
}

type Stretch = { start: number; end: number };

function isIn(word: Stretch, stretches: readonly Stretch[]): boolean {
  return stretches.some(({ start, end }) => word.start < end && word.end > start);
}
