import { useState } from 'react';
import type { BatchWords } from '../../../shared/contract/batches.ts';
import type { TemplateWords } from '../../../shared/contract/studio.ts';

type AllWords = Readonly<Record<string, BatchWords>>;

/** What was written for templates: for all products, or for one instead of that. */
export function useWords(first: AllWords | undefined) {
  const [all, setAll] = useState<AllWords>(first ?? {});
  return {
    all,
    take: (words: AllWords) => setAll(words),
    /** `undefined` takes back what was written for one product. */
    set: (templateId: string, productId: string | undefined, next: TemplateWords | undefined) =>
      setAll((before) => ({
        ...before,
        [templateId]: withWords(before[templateId] ?? {}, productId, next),
      })),
  };
}
export type Words = ReturnType<typeof useWords>;

function withWords(
  words: BatchWords,
  productId: string | undefined,
  next: TemplateWords | undefined,
): BatchWords {
  if (productId === undefined) return { ...words, ...(next && { all: next }) };
  const { [productId]: _before, ...rest } = words.ofProduct ?? {};
  return { ...words, ofProduct: next ? { ...rest, [productId]: next } : rest };
}
