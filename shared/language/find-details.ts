import type { Word } from './split-words.ts';

export type FoundQuantity = { count: number; start: number; end: number };
/** `38`, `M`, `6 ans`, `30x40`: as written, letters large. */
export type FoundSize = { size: string; start: number; end: number };
export type FoundColour = { colour: Colour; text: string; start: number; end: number };

const colourWords = {
  black:
    'noir noire noirs noires black schwarz schwarze negro negra nero nera zwart zwarte preto preta',
  white:
    'blanc blanche blancs blanches white weiss weisse blanco blanca bianco bianca wit witte branco branca',
  grey: 'gris grise grises grey gray grau graue grigio grigia grijs grijze cinza',
  red: 'rouge rouges red rot rote rojo roja rosso rossa rood rode vermelho vermelha',
  blue: 'bleu bleue bleus bleues blue blau blaue azul blu blauw blauwe',
  navy: 'marine navy',
  green: 'vert verte verts vertes green grun grune verde groen groene',
  yellow:
    'jaune jaunes yellow gelb gelbe amarillo amarilla giallo gialla geel gele amarelo amarela',
  orange: 'orange oranges naranja arancione oranje laranja',
  pink: 'rose roses pink rosa roze',
  purple: 'violet violette violets mauve purple lilac lila morado viola paars paarse roxo roxa',
  brown: 'marron brun brune bruns brown braun braune marrone bruin bruine castanho',
  beige: 'beige beiges creme cream ecru camel sable',
  gold: 'dore doree dores dorees gold golden goldene dorado dourado goud',
  silver: 'argente argentee silver silbern plateado prateado zilver',
} as const;
export type Colour = keyof typeof colourWords;

const colourOf = new Map(
  (Object.keys(colourWords) as Colour[]).flatMap((colour) =>
    colourWords[colour].split(' ').map((word) => [word, colour] as const),
  ),
);

/** Colours by their names in seven languages; `rose` and `orange` are taken for colours, flowers or not. */
export function findColours(words: readonly Word[]): FoundColour[] {
  return words.flatMap(({ folded, text, start, end }) => {
    const colour = colourOf.get(folded);
    return colour ? [{ colour, text, start, end }] : [];
  });
}

const letterSizes = /^(?:x{0,4}[sl]|[2-6]xl|m|tu)$/;
const sizeWords = new Set(
  'taille tailles pointure size sizes grosse talla taglia maat tamanho du en in a an uk t'.split(
    ' ',
  ),
);
const sureSizeWords = new Set(
  'taille tailles pointure size sizes talla taglia maat tamanho uk t'.split(' '),
);
const ageWords = new Set('ans mois years months yrs'.split(' '));
const units = new Set(
  `€ $ £ % euros euro eur dollars pounds cm mm m km ml cl l kg g gr grammes litres ans mois an jours jour semaines
  semaine heures heure h min minutes ml times fois years year months days day weeks week hours hour pm am inch inches
  ft er eme e st nd rd th v`.split(/\s+/),
);

/** Sizes of clothes and shoes, and measures as `30x40`. `S`, `M` and `L` alone count when they are large
 *  among small letters or stand behind a word that speaks of sizes. */
export function findSizes(text: string, words: readonly Word[]): FoundSize[] {
  const isShouted = words.length > 3 && text === text.toUpperCase();
  return words.flatMap((word, at): FoundSize[] => {
    if (/^\d/.test(word.folded)) return numberSize(words, at);
    if (!letterSizes.test(word.folded) || isGlued(text, word)) return [];
    const before = words[at - 1];
    const isSpoken = before !== undefined && sizeWords.has(before.folded);
    const isLone = word.folded.length === 1;
    const isLarge = !isShouted && word.text === word.text.toUpperCase();
    if (!isSpoken && (isLone ? !isLarge : word.folded === 'tu' && !isLarge)) return [];
    return [{ size: word.text.toUpperCase(), start: word.start, end: word.end }];
  });
}

/** `l'été`, `it's`, `24m`: a part of something else. */
function isGlued(text: string, { start, end }: Word): boolean {
  return /['’\d]/.test(text[end] ?? '') || /['’\d]/.test(text[start - 1] ?? '');
}

function numberSize(words: readonly Word[], at: number): FoundSize[] {
  const word = words[at];
  const before = words[at - 1];
  const after = words[at + 1];
  if (!word) return [];
  const number = Number(word.folded);
  const second = words[at + 2];
  if (after?.folded === 'x' && second && /^\d+$/.test(second.folded))
    return [{ size: `${word.folded}x${second.folded}`, start: word.start, end: second.end }];
  if (before?.folded === 'x' && /^\d+$/.test(words[at - 2]?.folded ?? '')) return [];
  const isSure = before !== undefined && sureSizeWords.has(before.folded);
  if (after && ageWords.has(after.folded))
    return isSure ? [{ size: `${number} ${after.text}`, start: word.start, end: after.end }] : [];
  if (after && units.has(after.folded)) return [];
  const isSpoken = before !== undefined && sizeWords.has(before.folded);
  const isClothes = number >= 32 && number <= 60;
  // `dispo 38 ?`: in so few words a number of that kind is a size.
  const isBare = words.length <= 4 && number >= 34 && number <= 48;
  const fits = isSure
    ? number >= 2 && number <= 180
    : (isSpoken && (isClothes || isSmallWithArticle(before, number))) || isBare;
  return fits ? [{ size: word.folded, start: word.start, end: word.end }] : [];
}

/** `in a 10`, `got an 8`: how sizes are asked for in English. */
function isSmallWithArticle(before: Word, number: number): boolean {
  return (before.folded === 'a' || before.folded === 'an') && number >= 4 && number <= 30;
}

const numberWords: ReadonlyMap<string, number> = new Map([
  ...'deux trois quatre cinq six sept huit neuf dix onze douze'
    .split(' ')
    .map((word, at) => [word, at + 2] as const),
  ...'two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, at) => [word, at + 2] as const),
  ['douzaine', 12],
  ['dozen', 12],
  ['paire', 2],
  ['pair', 2],
]);
const takes = new Set(
  'prends prend veux voudrais take need want like just only juste reste'.split(' '),
);
const numbersOfOthers = new Set(
  `taille tailles size sizes pointure tome volume vol numero n no commande order le les du ref page top iphone`.split(
    /\s+/,
  ),
);

/** How many of something: `2`, `x3`, `deux`, `I'll take one`. Numbers of sizes, money, days and orders are none;
 *  `taken` are the stretches of text that were understood as something else. */
export function findQuantities(
  text: string,
  words: readonly Word[],
  taken: readonly { start: number; end: number }[],
): FoundQuantity[] {
  return words.flatMap((word, at): FoundQuantity[] => {
    if (isPartOfNumber(text, word)) return [];
    const count = countOf(words, at);
    const isTaken = taken.some(({ start, end }) => word.start < end && word.end > start);
    return count === undefined || isTaken ? [] : [{ count, start: word.start, end: word.end }];
  });
}

/** `12,90`, `18:30`, `24/12`. */
function isPartOfNumber(text: string, { start, end }: Word): boolean {
  return (
    /^[.,:/]\d/.test(text.slice(end, end + 2)) ||
    /\d[.,:/]$/.test(text.slice(Math.max(0, start - 2), start))
  );
}

function countOf(words: readonly Word[], at: number): number | undefined {
  const word = words[at];
  const before = words[at - 1];
  const after = words[at + 1];
  if (!word) return undefined;
  if (/^(?:une?|one)$/.test(word.folded)) return before && takes.has(before.folded) ? 1 : undefined;
  const named = numberWords.get(word.folded);
  if (named !== undefined) return after && units.has(after.folded) ? undefined : named;
  if (!/^[1-9]\d{0,2}$/.test(word.folded)) return undefined;
  const isMoney = before !== undefined && /^[€$£]$/.test(before.folded);
  const isArticled = before?.folded === 'les' && !(after && units.has(after.folded));
  const isOther = before !== undefined && numbersOfOthers.has(before.folded) && !isArticled;
  return isMoney || isOther || (after && units.has(after.folded)) ? undefined : Number(word.folded);
}
