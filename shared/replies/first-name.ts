/** Words of names that are no person's. */
const business = new Set(
  `boutique shop store boulangerie patisserie fleurs fleuriste restaurant cafe bar hotel salon institut studio atelier
  garage immobilier agence association asso club team equipe maison mademoiselle company co ltd sarl
  sas inc gmbh services service official officiel officielle page photography photographie photo design deco mode
  fashion beauty beaute coiffure bijoux jewelry jewellery art arts events event market marche foods food kitchen cuisine
  bakery flowers florist books librairie mairie ville ecole school church facebook instagram user utilisateur`.split(
    /\s+/,
  ),
);
// Before a name: a title, or the article of a shop.
const openings = new Set(
  'the les le la chez mon ma notre our mr mrs ms miss mme mlle m dr prof me sir madame monsieur herr frau sr sra'.split(
    ' ',
  ),
);
const nameWord = /^\p{Lu}?[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*$/u;
const mostWords = 4;
const longest = 20;

/** How a person is addressed, from the name that the network shows: `Marie-Claude D.` gives `Marie-Claude`.
 *  Undefined for user names, shops, titles before a family name and whatever else is not clearly a name. */
export function firstNameOf(displayName: string): string | undefined {
  const words = displayName.normalize('NFC').trim().split(/\s+/);
  const [first = '', ...rest] = words;
  if (words.length > mostWords || !isName(first)) return undefined;
  const isInitial = (word: string) => /^\p{L}\.?$/u.test(word);
  if (rest.some((word) => !isInitial(word) && !isName(word))) return undefined;
  if (words.some((word) => business.has(bare(word))) || openings.has(bare(first))) return undefined;
  // One word in capitals is more often a brand than a person.
  if (rest.length === 0 && first === first.toUpperCase() && first !== first.toLowerCase())
    return undefined;
  return isSameCase(first) ? capitalise(first) : first;
}

function isName(word: string): boolean {
  return nameWord.test(word) && [...word].length >= 2 && word.length <= longest;
}

function bare(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();
}

function isSameCase(word: string): boolean {
  return word === word.toUpperCase() || word === word.toLowerCase();
}

function capitalise(word: string): string {
  return word
    .toLowerCase()
    .replace(
      /(^|['’-])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    );
}
