import type { SavedReplyView } from '../../../../shared/contract/saved-replies.ts';
import { foldText } from '../../../../shared/rules/fold-text.ts';

type Findable = Pick<SavedReplyView, 'name' | 'shortcut' | 'texts'>;
export type SlashWord = { typed: string; from: number; to: number };

/** The `/merci` that is being written at the caret; an address or a date is none. */
export function slashAtCaret(text: string, caret: number): SlashWord | undefined {
  const match = /(?:^|\s)\/([\p{L}\p{M}\p{N}_-]*)$/u.exec(text.slice(0, caret));
  if (!match) return undefined;
  const [, typed = ''] = match;
  return { typed, from: caret - typed.length - 1, to: caret };
}

/** Saved replies that fit what was typed: by shortcut first, then by name, then by their words. */
export function findReplies<T extends Findable>(replies: readonly T[], typed: string): T[] {
  const wanted = foldText(typed.trim().replace(/^\//, ''));
  if (wanted === '') return [...replies];
  const rank = ({ name, shortcut, texts }: T): number => {
    if (foldText(shortcut ?? '').startsWith(wanted)) return 0;
    const words = foldText(name).split(/\s+/);
    if (words.some((word) => word.startsWith(wanted)) || foldText(name).startsWith(wanted))
      return 1;
    return Object.values(texts).some((text) => foldText(text).includes(wanted)) ? 2 : 3;
  };
  return replies
    .map((reply) => ({ reply, rank: rank(reply) }))
    .filter((one) => one.rank < 3)
    .sort((one, other) => one.rank - other.rank)
    .map(({ reply }) => reply);
}
