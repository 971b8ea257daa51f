import type { BatchSpec, BatchWords } from '../../../shared/contract/batches.ts';
import type { Template, TemplateWords } from '../../../shared/contract/studio.ts';

export type WordName = keyof TemplateWords;
/** A thing to write, and how much of it there is room for. */
export type Ask = { name: WordName; maxLetters: number; most: number };

const usualLetters = 120;
const names: readonly WordName[] = [
  ...(['headline', 'quote', 'hours', 'event', 'question', 'valueText', 'lines'] as const),
];

/** What a person can write for a template. */
export function asksOf({ slots, asks = [] }: Pick<Template, 'slots' | 'asks'>): Ask[] {
  return names
    .filter((name) => slots.includes(name))
    .map((name) => {
      const limit = asks.find((one) => one.name === name);
      const maxLetters = limit?.maxLetters ?? (name === 'headline' ? 40 : usualLetters);
      return { name, maxLetters, most: limit?.most ?? 1 };
    });
}

/** The headline and further lines are welcome; without the rest a picture says little. */
export function isMissing(ask: Ask, words: TemplateWords | undefined): boolean {
  const { name } = ask;
  if (name === 'headline' || name === 'lines') return false;
  const value = words?.[name];
  if (value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  const { text = '', name: title = '' } = value as { text?: string; name?: string };
  return `${text}${title}`.trim() === '';
}

/** What is written for the templates and products that are chosen: the rest waits for them. */
export function wordsOf(
  all: Readonly<Record<string, BatchWords>>,
  templates: readonly Pick<Template, 'id'>[],
  productIds: readonly string[],
): NonNullable<BatchSpec['words']> {
  const chosen = new Set(productIds);
  return Object.fromEntries(
    templates.flatMap(({ id }) => {
      const own = all[id];
      if (!own) return [];
      const ofProduct = Object.fromEntries(
        Object.entries(own.ofProduct ?? {}).filter(([productId]) => chosen.has(productId)),
      );
      const kept = {
        ...(own.all && { all: own.all }),
        ...(Object.keys(ofProduct).length > 0 && { ofProduct }),
      };
      return Object.keys(kept).length > 0 ? [[id, kept] as const] : [];
    }),
  );
}
