export type AltSource = {
  language: 'fr' | 'en';
  /** What the picture shows: products by title, with their descriptions where known. */
  products: readonly { title: string; description?: string | undefined }[];
  /** What is written in the picture itself, in the order in which it is read. */
  words?: readonly string[] | undefined;
};

/** Longer ones are hard to listen to; networks take more. */
const goodCharacters = 100;
const mostDetails = 2;

// Stems, so that `grise`, `gris` and `grises` are one; read in the words of a product's description.
const colours = {
  fr: 'blanc|blanche|noir|gris|rouge|bleu|vert|jaune|rose|orange|violet|beige|crème|doré|argenté|marron|turquoise|ocre|terracotta|bordeaux|kaki',
  en: 'white|black|grey|gray|red|blue|green|yellow|pink|orange|purple|beige|cream|golden|silver|brown|turquoise|ochre|terracotta|burgundy|khaki',
};
const materials = {
  fr: 'grès|porcelaine|céramique|faïence|verre|bois|chêne|hêtre|noyer|lin|coton|laine|soie|cuir|laiton|acier|argent|métal|papier|liège|osier|rotin|bambou|marbre|cire',
  en: 'stoneware|porcelain|ceramic|earthenware|glass|wood|oak|beech|walnut|linen|cotton|wool|silk|leather|brass|steel|sterling silver|metal|paper|cork|wicker|rattan|bamboo|marble|wax',
};
const preamble =
  /^(?:(?:une? )?(?:image|photo|photographie|visuel)s? (?:de |d['’]|du |des |montrant )|(?:an? |the )?(?:image|photo|picture|photograph)s? (?:of |showing ))/iu;

/** Words for those who cannot see a picture, from what is known of it: never “picture of”, one sentence,
 *  100 characters at most. Undefined where nothing is known. */
export function suggestAlt({ language, products, words = [] }: AltSource): string | undefined {
  const titles = products.map(({ title }) => bare(title)).filter(Boolean);
  const [only] = products;
  const subject = join(titles, language);
  const details =
    titles.length === 1 && only?.description ? detailsOf(only.description, subject, language) : [];
  const shown = [subject, ...details].filter(Boolean).join(', ');
  const written = words.map((one) => tidy(one)).filter((one) => one && !says(shown, one));
  const parts = [shown, [...new Set(written)].join(', ')].filter(Boolean);
  if (parts.length === 0) return undefined;
  return cut(parts.join(language === 'fr' ? ' : ' : ': '));
}

function bare(title: string): string {
  const text = tidy(title).replace(preamble, '');
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

function tidy(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Two by name, more by number. */
function join(titles: readonly string[], language: 'fr' | 'en'): string {
  const and = language === 'fr' ? 'et' : 'and';
  const [first = '', second = '', ...rest] = titles;
  if (titles.length < 3) return titles.join(` ${and} `);
  const more = language === 'fr' ? 'autres produits' : 'more products';
  const one = language === 'fr' ? 'un autre produit' : 'one more product';
  return `${first}, ${second} ${and} ${rest.length === 1 ? one : `${rest.length} ${more}`}`;
}

/** Its colour and what it is made of, as the description says it. */
function detailsOf(description: string, subject: string, language: 'fr' | 'en'): string[] {
  const found = [colours[language], materials[language]].flatMap((stems) => {
    const match = new RegExp(`(?<!\\p{L})(?:${stems})(?:es|e|s)?(?!\\p{L})`, 'iu').exec(
      description,
    );
    return match ? [match[0].toLocaleLowerCase()] : [];
  });
  return found.filter((word) => !says(subject, word)).slice(0, mostDetails);
}

function says(text: string, part: string): boolean {
  return fold(text).includes(fold(part));
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

/** At the end of a word. */
function cut(text: string): string {
  if (text.length <= goodCharacters) return text;
  const head = text.slice(0, goodCharacters + 1);
  const end = head.lastIndexOf(' ');
  return head.slice(0, end > goodCharacters / 2 ? end : goodCharacters).replace(/[\s,:;–-]+$/u, '');
}
