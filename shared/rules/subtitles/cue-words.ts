const tags = /<\/?(?:[a-z]|\d+:)[^<>]*>/giu;
const overrides = /\{\\[^{}]*\}/gu;
// Line feeds stay; other controls and marks of no width do not show.
const unseen = /[\p{Cc}\u200B\uFEFF]/gu;
const entities: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', nbsp: '\u00A0', quot: '"', apos: "'", '#39': "'" },
  ...{ lrm: '\u200E', rlm: '\u200F' },
};

/** What a line of a captions file says, without the marks that other players draw it by. */
export function plainWords(text: string, isVtt: boolean): string {
  const bare = text.replace(tags, '').replace(overrides, '');
  const read = isVtt
    ? bare.replace(/&([a-z]{2,4}|#39);/g, (whole, name: string) => entities[name] ?? whole)
    : bare;
  return read
    .replace(/\\[Nn]/g, '\n')
    .replace(unseen, (found) => (found === '\n' ? found : ' '))
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
