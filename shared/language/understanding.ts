import type { Contact } from './find-contacts.ts';
import type { FoundDate } from './find-dates.ts';
import type { FoundColour, FoundQuantity, FoundSize } from './find-details.ts';
import type { FoundProduct } from './match-products.ts';

/** Languages that are told apart; a text in any other, or in none, is `unknown`. */
export const commentLanguages = ['fr', 'en', 'de', 'es', 'it', 'nl', 'pt', 'ar'] as const;
export type CommentLanguage = (typeof commentLanguages)[number];

/** What a customer may want. `question` is any question that the others do not cover; `other` is
 *  what wants no answer: a friend's name, a joke, a thank-you. */
export const intents = [
  'price',
  'available',
  'size',
  'delivery',
  'hours',
  'order',
  'complaint',
  'praise',
  'spam',
  'question',
  'other',
] as const;
export type Intent = (typeof intents)[number];

/** `score` is a probability as the classifier sees it, 0 to 1. */
export type IntentScore = { intent: Intent; score: number };

export type Entities = {
  quantities: FoundQuantity[];
  sizes: FoundSize[];
  colours: FoundColour[];
  /** Of the catalogue, best first. */
  products: FoundProduct[];
  /** Telephone numbers, mail addresses and street addresses that stand in the open. */
  contacts: Contact[];
  dates: FoundDate[];
};

export type Understanding = {
  language: CommentLanguage | 'unknown';
  /** In the language, 0 to 1; 0 when it is unknown. */
  confidence: number;
  /** What the text is about, the main one first; never empty. */
  intents: IntentScore[];
  entities: Entities;
};
