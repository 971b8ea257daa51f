import { useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent, type RefObject } from 'react';
import type { SavedReplyView } from '../../../../shared/contract/saved-replies.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { insertText } from '../../../ui/insert-text.ts';
import { findReplies, slashAtCaret, type SlashWord } from './find-replies.ts';

const mostShown = 8;

/** Saved replies behind a `/` in the box: the caret stays in the text, arrows choose, Enter takes. */
export function useSlash(
  area: RefObject<HTMLTextAreaElement | null>,
  /** Its words with what is known of the thread put in. */
  fill: (reply: SavedReplyView) => Promise<string | undefined>,
) {
  const api = useApi();
  const [word, setWord] = useState<SlashWord>();
  const [at, setAt] = useState(0);
  const replies = useQuery(api.savedReplies.list.queryOptions({ input: {} })).data?.items ?? [];
  const items = word ? findReplies(replies, word.typed).slice(0, mostShown) : [];

  function look(): void {
    const field = area.current;
    const isCaret = field && field.selectionStart === field.selectionEnd;
    const next = isCaret ? slashAtCaret(field.value, field.selectionStart) : undefined;
    if (next?.typed !== word?.typed) setAt(0);
    setWord(next);
  }

  async function take(reply: SavedReplyView): Promise<void> {
    const field = area.current;
    if (!field || !word) return;
    const before = field.value;
    setWord(undefined);
    const text = await fill(reply);
    if (text === undefined) return;
    // Whoever wrote on meanwhile gets the words where the caret is.
    if (field.value === before) insertText(field, text, word.from, word.to);
    else insertText(field, text);
  }

  /** Answers whether the key was for the list. */
  function onKeyDown(event: KeyboardEvent): boolean {
    if (items.length === 0 || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey)
      return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = items[at];
    if (step) setAt((at + step + items.length) % items.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) void take(chosen);
    else if (event.key === 'Escape') setWord(undefined);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  return { items, at, look, take, onKeyDown, close: () => setWord(undefined) };
}
