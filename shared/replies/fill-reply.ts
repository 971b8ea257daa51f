/** What may stand in braces in a saved reply. */
export const replyVariables = [
  'first_name',
  'product',
  'price',
  'old_price',
  'stock',
  'link',
  'opening_hours',
] as const;
export type ReplyVariable = (typeof replyVariables)[number];
export type ReplyValues = Partial<Record<ReplyVariable, string>>;

export type FilledReply = {
  text: string;
  /** Variables without a value; they still stand in the text. A missing first name is left out instead. */
  unfilled: ReplyVariable[];
  /** What stands in braces and is no variable, as written. */
  unknown: string[];
};

type Part = { text: string } | { variable: ReplyVariable };

const braces = /\{([a-z_]{1,40})\}/g;
// Signs that turn the direction of what follows have no place in a sentence of ours.
const hidden = /[^\P{Cc}\t\n]|[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Puts values into the variables of a reply, once: a value that has braces of its own stays as it is. */
export function fillReply(template: string, values: ReplyValues): FilledReply {
  const { parts, unknown } = parseReply(template);
  const unfilled = new Set<ReplyVariable>();
  let text = '';
  for (const part of parts) {
    if ('text' in part) {
      // `Bonjour {first_name},` without a name is `Bonjour,`.
      const isAfterGap = text.endsWith(gap);
      text = isAfterGap
        ? text.slice(0, -gap.length).replace(/ $/, '') + part.text
        : text + part.text;
      continue;
    }
    const value = values[part.variable]?.replace(hidden, '').trim();
    if (value) text += value;
    else if (part.variable === 'first_name') text += gap;
    else {
      unfilled.add(part.variable);
      text += `{${part.variable}}`;
    }
  }
  const whole = text.endsWith(gap) ? text.slice(0, -gap.length).trimEnd() : text;
  return { text: whole.trimStart(), unfilled: [...unfilled], unknown };
}

/** The variables that a reply uses, each once, and words in braces that are none. */
export function variablesOf(template: string): { used: ReplyVariable[]; unknown: string[] } {
  const { parts, unknown } = parseReply(template);
  const used = parts.flatMap((part) => ('variable' in part ? [part.variable] : []));
  return { used: [...new Set(used)], unknown };
}

const gap = '\u0000';

function parseReply(template: string): { parts: Part[]; unknown: string[] } {
  const parts: Part[] = [];
  const unknown = new Set<string>();
  const clean = template.replaceAll(gap, '');
  let from = 0;
  for (const match of clean.matchAll(braces)) {
    const variable = replyVariables.find((name) => name === match[1]);
    if (!variable) {
      unknown.add(match[0]);
      continue;
    }
    if (match.index > from) parts.push({ text: clean.slice(from, match.index) });
    parts.push({ variable });
    from = match.index + match[0].length;
  }
  if (from < clean.length) parts.push({ text: clean.slice(from) });
  return { parts, unknown: [...unknown] };
}
