/** Marks of direction that could make a text read as another one. */
const directionMarks = /[\u202A-\u202E\u2066-\u2069]/gu;
/** More marks on one letter than any language stacks; the surplus only smears over other lines. */
const piledMarks = /(\p{M}{4})\p{M}+/gu;
/** What steers a terminal or stands nowhere on paper; tabs and line ends stay. */
// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/gu;
/** Ends of lines as any system writes them. */
const lineEnds = /\r\n?|[\u2028\u2029]/gu;
/** Letters and blanks without a width, which hide words in words. The two joiners stay: emoji, Arabic and the
 *  languages of India need them. */
const unseen =
  /\u034F|\u17B4|\u17B5|[\u00AD\u115F\u1160\u180E\u200B\u2060-\u2064\u206A-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB]/gu;
/** Letters of flags. Without a black flag before them they are a text that nobody sees. */
const hiddenTags = /(?<!\u{1F3F4}[\u{E0020}-\u{E007E}]{0,8})[\u{E0000}-\u{E007F}]/gu;
/** A screen of nothing between two words. */
const emptyLines = /(?:[^\S\n]*\n){4,}/gu;

/** A stranger's words without tricks of direction, unseen letters and piles of marks; nothing readable is
 *  lost. */
export function calmText(text: string): string {
  return text
    .toWellFormed()
    .replace(lineEnds, '\n')
    .replace(controls, '')
    .replace(directionMarks, '')
    .replace(unseen, '')
    .replace(hiddenTags, '')
    .replace(piledMarks, '$1')
    .replace(emptyLines, '\n\n\n');
}

const foldedAfter = 1200;
const mostLines = 24;

/** The beginning of a very long text, cut between words; undefined when it may stand in full. */
export function foldLongText(text: string): string | undefined {
  const lines = text.split('\n', mostLines + 1);
  const isTall = lines.length > mostLines;
  const tall = isTall ? lines.slice(0, mostLines).join('\n') : text;
  if (tall.length <= foldedAfter) return isTall ? `${tall}…` : undefined;
  const head = tall.slice(0, foldedAfter);
  const space = head.lastIndexOf(' ');
  // Never half a character: a lone surrogate is dropped.
  return `${head.slice(0, space > foldedAfter / 2 ? space : undefined).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
