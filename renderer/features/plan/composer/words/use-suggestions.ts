import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent, type RefObject } from 'react';
import type { Suggestion } from '../../../../../shared/contract/snippets.ts';
import { useApi } from '../../../../link/link-provider.tsx';
import { wordAtCaret, withBlank, type CaretWord } from './caret-word.ts';
import { insertText } from '../../../../ui/insert-text.ts';

/** Follows the caret of a text and offers what fits behind a `#` or `@`. */
export function useSuggestions(area: RefObject<HTMLTextAreaElement | null>) {
  const api = useApi();
  const [word, setWord] = useState<CaretWord>();
  const [at, setAt] = useState(0);
  const found = useQuery(
    api.snippets.suggest.queryOptions({
      input: { sign: word?.sign ?? '#', text: (word?.typed ?? '').slice(0, 60) },
      enabled: word !== undefined,
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),
  );
  const items = word ? (found.data?.items ?? []) : [];

  function look(): void {
    const field = area.current;
    const isCaret = field && field.selectionStart === field.selectionEnd;
    const next = isCaret ? wordAtCaret(field.value, field.selectionStart) : undefined;
    if (next?.from !== word?.from || next?.typed !== word?.typed) setAt(0);
    setWord(next);
  }

  function take(item: Suggestion): void {
    const field = area.current;
    if (!field || !word) return;
    insertText(field, withBlank(item.text, field.value.slice(word.to)), word.from, word.to);
    setWord(undefined);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (items.length === 0 || event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = items[at];
    if (step) setAt((at + step + items.length) % items.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) take(chosen);
    else if (event.key === 'Escape') setWord(undefined);
    else return;
    event.preventDefault();
    // Esc closes the list, not the sheet around it.
    event.stopPropagation();
  }

  return { items, at, look, take, onKeyDown, close: () => setWord(undefined) };
}
