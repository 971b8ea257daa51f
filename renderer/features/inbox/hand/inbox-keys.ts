/** What a key does in the inbox, in the order in which people are told. */
export const inboxKeys = {
  next: 'j',
  previous: 'k',
  answer: 'r',
  note: 'n',
  done: 'e',
  later: 's',
  assign: 'a',
  unread: 'u',
  hide: 'h',
  like: 'l',
  spam: '!',
  search: '/',
  filters: 'f',
  narrow: 'shift+f',
  select: 'x',
  selectNext: 'shift+j',
  selectPrevious: 'shift+k',
  answerMany: 'shift+r',
  undo: 'mod+z',
  replies: 'shift+s',
  help: '?',
} as const;
export type KeyName = keyof typeof inboxKeys;

/** Inside the reply box. */
export const boxKeys = {
  send: 'mod+Enter',
  sendNext: 'mod+shift+Enter',
  take: 'Tab',
  slash: '/',
  leave: 'Escape',
} as const;

export type KeyWords = { mod: string; shift: string; enter: string; tab: string; escape: string };

/** A key as it stands on the keyboard: `shift+j` is `Maj J`. */
export function keyWords(keys: string, words: KeyWords): string {
  const named: Record<string, string> = words;
  return keys
    .split('+')
    .map((part) => named[part.toLowerCase()] ?? part.toUpperCase())
    .join(' ');
}
