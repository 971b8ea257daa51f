export type LetterFacts = {
  attention: number;
  /** Posts that wait for this person's yes. */
  approvals: number;
  due: number;
  waiting: number;
  /** Titles of what is nearly sold out. */
  lowStock: readonly string[];
  /** Sign-ins that end soon, listed below the letter. */
  signIns: number;
};

/** A piece of the letter; with `to` it leads to the list below that it speaks of. */
export type LetterPart = {
  text: string;
  to?: 'attention' | 'approvals' | 'next' | 'waiting' | 'stock';
};

export type SayLetter = (key: string, params?: Record<string, unknown>) => string;

/** The morning letter in two sentences at most: first what asks, then what else the day brings.
 *  `[…]` in a text marks its link. */
export function letterParts(facts: LetterFacts, say: SayLetter): LetterPart[] {
  const counted = (key: string, count: number) =>
    say(`letter.${key}`, { count, number: numberWord(count, say) });
  const first = [
    facts.attention > 0 ? split(counted('attention', facts.attention), 'attention') : undefined,
    facts.approvals > 0 ? split(counted('approvals', facts.approvals), 'approvals') : undefined,
  ].filter((phrase) => phrase !== undefined);
  const rest = [
    facts.due > 0 ? split(counted('due', facts.due), 'next') : undefined,
    facts.waiting > 0 ? split(counted('waiting', facts.waiting), 'waiting') : undefined,
    stockPhrase(facts.lowStock, say),
  ].filter((phrase) => phrase !== undefined);
  if (first.length + rest.length === 0)
    return [{ text: say(facts.signIns > 0 ? 'letter.nothingElse' : 'letter.nothing') }];
  return [
    ...sentence(first, say),
    ...(first.length > 0 && rest.length > 0 ? [{ text: ' ' }] : []),
    ...sentence(rest, say),
  ];
}

/** One to ten in words, larger ones in figures. */
export function numberWord(count: number, say: SayLetter): string {
  return count >= 1 && count <= 10 ? say(`number.${count}`) : String(count);
}

function stockPhrase(titles: readonly string[], say: SayLetter): LetterPart[] | undefined {
  const [only] = titles;
  if (only === undefined) return undefined;
  const params = { count: titles.length, number: numberWord(titles.length, say), title: only };
  return split(say(titles.length === 1 ? 'letter.stockOf' : 'letter.stock', params), 'stock');
}

function split(text: string, to: NonNullable<LetterPart['to']>): LetterPart[] {
  const match = /^(.*?)\[(.*)\](.*)$/.exec(text);
  if (!match) return [{ text }];
  const [, before = '', link = '', after = ''] = match;
  return [{ text: before }, { text: link, to }, { text: after }].filter((part) => part.text !== '');
}

function sentence(phrases: readonly LetterPart[][], say: SayLetter): LetterPart[] {
  if (phrases.length === 0) return [];
  const parts = phrases.flatMap((phrase, index) => {
    if (index === 0) return phrase;
    const glue = index === phrases.length - 1 ? say('letter.and') : ', ';
    return [{ text: glue }, ...phrase];
  });
  const [head, ...tail] = parts;
  if (!head) return [];
  const [letter = ''] = head.text;
  const begun = { ...head, text: letter.toLocaleUpperCase() + head.text.slice(letter.length) };
  return [begun, ...tail, { text: '.' }];
}
