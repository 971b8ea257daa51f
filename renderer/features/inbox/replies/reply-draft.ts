import type { ReplyIntent, ReplyLanguage } from '../../../../shared/contract/saved-replies.ts';
import { variablesOf } from '../../../../shared/replies/fill-reply.ts';

export type ReplyDraft = {
  id?: string;
  name: string;
  shortcut?: string | undefined;
  intent?: ReplyIntent | undefined;
  texts: Partial<Record<ReplyLanguage, string>>;
};

export const newReply = (language: ReplyLanguage): ReplyDraft => ({
  name: '',
  texts: { [language]: '' },
});

/** A shortcut as it is kept: small letters without a slash or blanks. */
export const tidyShortcut = (typed: string): string =>
  typed.toLowerCase().replace(/[^\p{L}\p{N}_-]/gu, '');

/** Words in braces that nothing can fill, of all languages, each once. */
export const unknownWords = ({ texts }: Pick<ReplyDraft, 'texts'>): string[] => [
  ...new Set(Object.values(texts).flatMap((text) => variablesOf(text).unknown)),
];

/** What is saved: without the languages that were left empty. Nothing while name or words are missing. */
export function readyReply({ id, name, shortcut, intent, texts }: ReplyDraft) {
  const written = Object.entries(texts).filter(([, text]) => text.trim() !== '');
  const tidy = tidyShortcut(shortcut ?? '');
  if (name.trim() === '' || written.length === 0) return undefined;
  return {
    ...(id === undefined ? {} : { id }),
    name: name.trim(),
    texts: Object.fromEntries(written) as ReplyDraft['texts'],
    ...(tidy === '' ? {} : { shortcut: tidy }),
    ...(intent === undefined ? {} : { intent }),
  };
}
