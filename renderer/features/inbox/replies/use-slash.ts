import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { flushSync } from 'react-dom';
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
  const filling = useRef<Promise<boolean>>(undefined);
  const replies = useQuery(api.savedReplies.list.queryOptions({ input: {} })).data?.items ?? [];
  const items = word ? findReplies(replies, word.typed).slice(0, mostShown) : [];

  function look(): void {
    const field = area.current;
    const isCaret = field && field.selectionStart === field.selectionEnd;
    const next = isCaret ? slashAtCaret(field.value, field.selectionStart) : undefined;
    if (next?.typed !== word?.typed) setAt(0);
    setWord(next);
  }

  /** Answers whether its words stand in the field. */
  async function put(reply: SavedReplyView, field: HTMLTextAreaElement, { from, to }: SlashWord) {
    const before = field.value;
    const text = await fill(reply);
    // Without its field they would go wherever the caret is by now: to another customer.
    if (text === undefined || !field.isConnected) return false;
    // Whoever wrote on meanwhile gets the words where the caret is.
    const span = field.value === before ? ([from, to] as const) : [];
    flushSync(() => insertText(field, text, ...span));
    return true;
  }

  async function take(reply: SavedReplyView): Promise<void> {
    const field = area.current;
    if (!field || !word) return;
    setWord(undefined);
    const words = put(reply, field, word);
    filling.current = words;
    await words;
    if (filling.current === words) filling.current = undefined;
  }

  /** Runs it when no words are on their way any more; not at all where they do not come. */
  function settled(run: () => void): void {
    if (filling.current) void filling.current.then((isThere) => isThere && run());
    else run();
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

  return { items, at, look, take, settled, onKeyDown, close: () => setWord(undefined) };
}
