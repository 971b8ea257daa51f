/** A comment as the models read it. */
export type CleanComment = {
  /** Small letters with their accents; names, links, addresses and numbers stand as marks. */
  accented: string;
  /** The same without accents. */
  folded: string;
  mentions: number;
  links: number;
};

/** Letters of a comment that are read; what comes later does not change what it is about. */
const mostRead = 1200;

// Directions, joiners and other signs without width that hide words from a reader of text.
const invisible =
  /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\p{Variation_Selector}/gu;
const stackedMarks = /(\p{M}{2})\p{M}+/gu;
const skinTones = /[\u{1f3fb}-\u{1f3ff}]/gu;
const marks = /\p{M}+/gu;
const isPlain = /^[\x20-\x7e]*$/;
const drawnOut = /([^\d\s])\1{2,}/gu;
const mail = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g;
const link =
  /(?:https?:\/\/|www\.)\S+|\b[a-z0-9-]{1,63}\.(?:com|fr|net|org|me|ly|example|shop|info|biz)\b\S*/g;
const mention = /@[\p{L}\p{N}_.]+/gu;
const phone = /\+?\d(?:[ .-]?\d){7,14}/g;
const number = /\d+/g;

/** Takes what disturbs out of a comment, in time linear in its length. `prixxxx` and `prix` become one,
 *  fancy letters plain ones, a link, a name or a number a mark of its kind. */
export function cleanComment(text: string): CleanComment {
  const cut = text.length > mostRead ? text.slice(0, mostRead) : text;
  const plain = isPlain.test(cut) ? cut : unhide(cut);
  const marked = markParts(plain.toLowerCase());
  const accented = marked.text.replace(drawnOut, '$1').replace(/\s+/g, ' ').trim();
  return {
    accented,
    folded: isPlain.test(accented) ? accented : withoutAccents(accented),
    mentions: marked.mentions,
    links: marked.links,
  };
}

/** A word or a text without accents and ligatures; expects small letters. */
export function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(marks, '')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss');
}

function unhide(text: string): string {
  return text
    .replace(stackedMarks, '$1')
    .replace(invisible, '')
    .replace(skinTones, '')
    .normalize('NFKC')
    .replace(/[’‘´`]/g, "'");
}

function markParts(text: string) {
  let mentions = 0;
  let links = 0;
  const count = (kind: 'mention' | 'link') => () => {
    if (kind === 'mention') mentions += 1;
    else links += 1;
    return ` x${kind}x `;
  };
  let marked = text;
  if (marked.includes('@'))
    marked = marked.replace(mail, ' xmailx ').replace(mention, count('mention'));
  if (marked.includes('.') || marked.includes('://')) marked = marked.replace(link, count('link'));
  marked = marked.replace(phone, ' xphonex ').replace(number, markNumber);
  return { text: marked, mentions, links };
}

/** How many digits a number has tells more than which they are. */
function markNumber(digits: string): string {
  return ` x${Math.min(digits.length, 5)}x `;
}
