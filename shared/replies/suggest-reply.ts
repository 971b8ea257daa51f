import type {
  CommentLanguage,
  Entities,
  Intent,
  Understanding,
} from '../language/understanding.ts';
import { chooseProduct } from './choose-product.ts';
import { fillReply } from './fill-reply.ts';
import { firstNameOf } from './first-name.ts';
import type { MissingFact, ReplyContext, ReplyProduct } from './reply-context.ts';
import { factsOf, type ReplyFact } from './reply-facts.ts';
import { replySentence, type Sentence } from './reply-sentence.ts';
import { valuesOf } from './reply-values.ts';

export type ReplySuggestion =
  /** Can be sent as it is, once a person has read it. */
  | {
      kind: 'ready';
      text: string;
      language: CommentLanguage;
      facts: ReplyFact[];
      savedReplyId?: string;
    }
  /** A beginning that a person has to finish. */
  | {
      kind: 'finish';
      text: string;
      language: CommentLanguage;
      facts: ReplyFact[];
      missing: MissingFact[];
    }
  | {
      kind: 'none';
      why: 'nothing-asked' | 'which-product' | 'facts-missing' | 'unsure' | 'language';
      missing: MissingFact[];
    };

/** Answers the text behind a key of `suggested-replies`. */
export type SayReply = (language: 'fr' | 'en', key: string) => string;

const leastScore = 0.45;
const silent: readonly Intent[] = ['spam', 'other'];

/** What might be answered to a comment, in the language of the customer, from what the catalogue and the
 *  shop say and from nothing else. The shop's own reply to the main intent comes first where all its
 *  variables have values. Complaints get a beginning only. */
export function suggestReply(
  understanding: Understanding,
  context: ReplyContext,
  say: SayReply,
): ReplySuggestion {
  const asked = understanding.intents.filter(({ score }) => score >= leastScore);
  const wanted = asked.map(({ intent }) => intent);
  const main = wanted[0];
  if (main === undefined) return none('unsure');
  if (silent.includes(main)) return none('nothing-asked');
  const language =
    understanding.language === 'unknown' ? context.shop.language : understanding.language;
  if (wanted.includes('complaint')) return humble(language, context, say);
  const chosen = chooseProduct(understanding.entities, context.products, context.taggedProductIds);
  const product = chosen === 'several' ? undefined : chosen;
  const saved = fromSaved(main, wanted, language, context, product, understanding.entities);
  if (saved) return saved;
  if (language !== 'fr' && language !== 'en') return none('language');
  if (chosen === 'several' && wanted.some(isOfProduct)) return none('which-product', ['product']);
  const sentences = wanted
    .filter((intent) => intent !== 'praise' || wanted.length === 1)
    .map((intent) =>
      replySentence(intent, { language, context, product, entities: understanding.entities }),
    );
  return assemble(sentences, { language, context, product }, say);
}

const isOfProduct = (intent: Intent) => ['price', 'available', 'size', 'order'].includes(intent);

function none(
  why: Extract<ReplySuggestion, { kind: 'none' }>['why'],
  missing: MissingFact[] = [],
): ReplySuggestion {
  return { kind: 'none', why, missing };
}

function humble(language: CommentLanguage, context: ReplyContext, say: SayReply): ReplySuggestion {
  const saved = context.savedReplies.find(
    ({ intent, texts }) => intent === 'complaint' && texts[language],
  );
  const own = saved?.texts[language];
  if (own === undefined && language !== 'fr' && language !== 'en') return none('language');
  const template = own ?? say(language === 'fr' ? 'fr' : 'en', 'complaint');
  const filled = fillReply(template, { first_name: firstNameOf(context.person) ?? '' });
  const missing: MissingFact[] = ['answer', ...filled.unfilled];
  return { kind: 'finish', text: filled.text, language, facts: [], missing };
}

/** The shop's own words, where they answer all that was asked and every variable has a value. */
function fromSaved(
  main: Intent,
  wanted: readonly Intent[],
  language: CommentLanguage,
  context: ReplyContext,
  product: ReplyProduct | undefined,
  entities: Entities,
): ReplySuggestion | undefined {
  if (wanted.some((intent) => intent !== main && intent !== 'praise')) return undefined;
  // A variant is asked for: a reply written for the product says nothing of it.
  const isOfVariant =
    main === 'available' && (entities.sizes.length > 0 || entities.colours.length > 0);
  if (isOfVariant || (main === 'available' && (product?.stock ?? 0) === 0)) return undefined;
  for (const { id, intent, texts } of context.savedReplies) {
    const template = intent === main ? texts[language] : undefined;
    if (template === undefined) continue;
    const values = valuesOf(language, context, product);
    const { text, unfilled, unknown } = fillReply(template, values);
    const facts = factsOf(template, values, product);
    if (unfilled.length === 0 && unknown.length === 0)
      return { kind: 'ready', text, language, facts, savedReplyId: id };
  }
  return undefined;
}

type Spoken = {
  language: 'fr' | 'en';
  context: ReplyContext;
  product: ReplyProduct | undefined;
};

function assemble(
  sentences: readonly Sentence[],
  { language, context, product }: Spoken,
  say: SayReply,
): ReplySuggestion {
  const missing = [...new Set(sentences.flatMap((one) => ('missing' in one ? one.missing : [])))];
  const said = sentences.flatMap((one) => ('missing' in one ? [] : [one]));
  if (said.length === 0) return none('facts-missing', missing);
  const firstName = firstNameOf(context.person) ?? '';
  const texts = said.map((one) =>
    'words' in one
      ? one.words
      : fillReply(say(language, one.key), { ...one.values, first_name: firstName }).text,
  );
  const facts = said.flatMap((one) =>
    'words' in one ? [] : factsOf(say(language, one.key), one.values, product, one.key),
  );
  const isThanks = said.length === 1 && said[0] && 'key' in said[0] && said[0].key === 'praise';
  const greeting = isThanks
    ? []
    : [fillReply(say(language, 'greeting'), { first_name: firstName }).text];
  const text = [...greeting, ...texts].join(' ');
  return missing.length > 0
    ? { kind: 'finish', text, language, facts, missing }
    : { kind: 'ready', text, language, facts };
}
