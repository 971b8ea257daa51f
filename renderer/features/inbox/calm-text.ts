/** Marks of direction that could make a text read as another one. */
const directionMarks = /[\u202A-\u202E\u2066-\u2069]/gu;
/** More marks on one letter than any language stacks; the surplus only smears over other lines. */
const piledMarks = /(\p{M}{4})\p{M}+/gu;
const foldedAfter = 1200;

/** A stranger's words without tricks of direction and without piles of marks; nothing readable is lost. */
export function calmText(text: string): string {
  return text.replace(directionMarks, '').replace(piledMarks, '$1');
}

/** The beginning of a very long text, cut between words; undefined when it may stand in full. */
export function foldText(text: string): string | undefined {
  if (text.length <= foldedAfter) return undefined;
  const head = text.slice(0, foldedAfter);
  const space = head.lastIndexOf(' ');
  // Never half a character: a lone surrogate is dropped.
  return `${head.slice(0, space > foldedAfter / 2 ? space : undefined).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
