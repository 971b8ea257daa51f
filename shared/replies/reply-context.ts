import type { CommentLanguage, Intent } from '../language/understanding.ts';
import type { ReplyVariable } from './fill-reply.ts';
import type { OpeningSpan } from './format-opening-hours.ts';

/** A product as far as replies speak of it. */
export type ReplyProduct = {
  id: string;
  title: string;
  priceMinor: number;
  salePriceMinor?: number | undefined;
  currency: string;
  /** Undefined when the catalogue does not count it. */
  stock?: number | undefined;
  link?: string | undefined;
};

/** A reply of the shop's own, in as many languages as it was written in. */
export type SavedReply = {
  id: string;
  /** What it answers; without it, it is only picked by hand. */
  intent?: Intent | undefined;
  texts: Partial<Record<CommentLanguage, string>>;
};

export type ReplyContext = {
  /** The name that the network shows. */
  person: string;
  /** Products tagged in the post, and those named in the comment that the caller has looked up. */
  products: readonly ReplyProduct[];
  taggedProductIds: readonly string[];
  shop: {
    /** ISO 3166, for how money and hours are written. */
    country: string;
    language: 'fr' | 'en';
    openingHours?: readonly OpeningSpan[] | undefined;
    /** The same in the shop's own words and language, where nothing better is known. */
    openingWords?: string | undefined;
    /** What the shop says about delivery, in its own words. */
    delivery?: Partial<Record<CommentLanguage, string>> | undefined;
  };
  savedReplies: readonly SavedReply[];
};

/** What is not known and would have been needed; `size` and `colour` are of variants the catalogue does not
 *  tell apart. */
export type MissingFact = ReplyVariable | 'delivery' | 'size' | 'colour' | 'answer';
