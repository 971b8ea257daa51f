/** What a caption template may ask of a product, its shop and its series. */
export const captionFieldNames = [
  'title',
  'price',
  'old_price',
  'discount',
  'link',
  'hashtags',
  'description',
  'stock',
  'sku',
  'shop',
] as const;
export type CaptionFieldName = (typeof captionFieldNames)[number];
export type CaptionFields = Record<CaptionFieldName, string>;

export type CaptionPart =
  | { kind: 'text'; text: string }
  | { kind: 'field'; name: CaptionFieldName }
  /** Vanishes as a whole when a field in it is empty. */
  | { kind: 'optional'; parts: CaptionPart[] };

/** What is wrong with a template, and where: `at` counts UTF-16 units from the beginning. */
export type CaptionTemplateProblem = {
  code: 'field-unknown' | 'brace-open' | 'bracket-open' | 'bracket-nested';
  at: number;
  /** What stands in the braces, for an unknown field. */
  name: string;
};

export type ParsedCaption = { parts: CaptionPart[]; problems: CaptionTemplateProblem[] };

type Reading = { text: string; at: number; problems: CaptionTemplateProblem[] };

const doubled = new Set(['{{', '}}', '[[', ']]']);

/** Reads `{title}, now {price}[ instead of {old_price}]`. A doubled brace or bracket is one that is
 *  meant as it stands. What is wrong is told with its place and kept as text. */
export function parseCaption(text: string): ParsedCaption {
  const reading: Reading = { text, at: 0, problems: [] };
  return { parts: readParts(reading, false), problems: reading.problems };
}

function readParts(reading: Reading, inOptional: boolean): CaptionPart[] {
  const { text } = reading;
  const parts: CaptionPart[] = [];
  const say = (words: string) => {
    const last = parts.at(-1);
    if (last?.kind === 'text') last.text += words;
    else parts.push({ kind: 'text', text: words });
  };
  while (reading.at < text.length) {
    const sign = text[reading.at] ?? '';
    if (doubled.has(text.slice(reading.at, reading.at + 2))) {
      say(sign);
      reading.at += 2;
    } else if (sign === ']' && inOptional) return parts;
    else if (sign === '{') readField(reading, parts, say);
    else if (sign === '[') readOptional(reading, inOptional, parts, say);
    else {
      say(sign);
      reading.at += 1;
    }
  }
  return parts;
}

function readField(reading: Reading, parts: CaptionPart[], say: (words: string) => void): void {
  const { text, at, problems } = reading;
  const end = text.indexOf('}', at);
  const inside = end < 0 ? '' : text.slice(at + 1, end);
  if (end < 0 || /[\n{[]/.test(inside)) {
    problems.push({ code: 'brace-open', at, name: '' });
    say('{');
    reading.at += 1;
    return;
  }
  reading.at = end + 1;
  const name = captionFieldNames.find((one) => one === inside.trim().toLowerCase());
  if (name) parts.push({ kind: 'field', name });
  else {
    problems.push({ code: 'field-unknown', at, name: inside.trim() });
    say(text.slice(at, end + 1));
  }
}

function readOptional(
  reading: Reading,
  inOptional: boolean,
  parts: CaptionPart[],
  say: (words: string) => void,
): void {
  const { at, problems } = reading;
  reading.at += 1;
  if (inOptional) {
    problems.push({ code: 'bracket-nested', at, name: '' });
    say('[');
    return;
  }
  const inner = readParts(reading, true);
  if (reading.at >= reading.text.length) problems.push({ code: 'bracket-open', at, name: '' });
  reading.at += 1;
  parts.push({ kind: 'optional', parts: inner });
}

/** Which fields a template names, each once. */
export function fieldsIn(parts: readonly CaptionPart[]): Set<CaptionFieldName> {
  const names = new Set<CaptionFieldName>();
  for (const part of parts) {
    if (part.kind === 'field') names.add(part.name);
    if (part.kind === 'optional') for (const name of fieldsIn(part.parts)) names.add(name);
  }
  return names;
}

const priceFields = ['price', 'old_price', 'discount'] as const;

/** Whether a text made of this template quotes a price. */
export function quotesPrice(template: string): boolean {
  const names = fieldsIn(parseCaption(template).parts);
  return priceFields.some((name) => names.has(name));
}

/** The caption of one product. Lines that lost all they had go; blanks that are left over too. */
export function writeCaption(template: string, fields: CaptionFields): string {
  return tidy(writeParts(parseCaption(template).parts, fields));
}

function writeParts(parts: readonly CaptionPart[], fields: CaptionFields): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text;
      if (part.kind === 'field') return fields[part.name];
      const isWhole = [...fieldsIn(part.parts)].every((name) => fields[name] !== '');
      return isWhole ? writeParts(part.parts, fields) : '';
    })
    .join('');
}

function tidy(text: string): string {
  return text
    .replace(/[ \t]+$/gm, '')
    .replace(/(\S)[ \t]{2,}(?=\S)/g, '$1 ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
