import type { Suggestion } from '../../shared/contract/snippets.ts';
import type { AccountFact } from '../../shared/facts.ts';
import { hashtagsIn } from '../../shared/rules/caption.ts';
import { foldText } from '../../shared/rules/fold-text.ts';
import type { SnippetRow } from './store.ts';

export const mostSuggested = 8;

/** Sets whose name or tags fit first, then tags of earlier posts, the most used first. */
export function suggestHashtags(
  typed: string,
  sets: readonly SnippetRow[],
  texts: readonly string[],
): Suggestion[] {
  const wanted = foldText(typed);
  const fits = (tag: string) => foldText(tag.slice(1)).startsWith(wanted);
  const fromSets = sets
    .filter(({ name, text }) => foldText(name).includes(wanted) || hashtagsIn(text).some(fits))
    .map(({ name, text }): Suggestion => ({
      text,
      from: 'set',
      note: name,
      uses: hashtagsIn(text).length,
    }));
  const used = [...countTags(texts).values()]
    .filter(({ tag }) => fits(tag) && foldText(tag.slice(1)) !== wanted)
    .sort((one, other) => other.uses - one.uses || one.tag.localeCompare(other.tag))
    .map(({ tag, uses }): Suggestion => ({ text: tag, from: 'used', uses }));
  return [...fromSets.slice(0, 4), ...used].slice(0, mostSuggested);
}

/** How many texts have each tag; `#Été` and `#été` are one, written as it was last. */
function countTags(texts: readonly string[]): Map<string, { tag: string; uses: number }> {
  const counts = new Map<string, { tag: string; uses: number }>();
  for (const text of texts)
    for (const tag of new Set(hashtagsIn(text))) {
      const key = tag.toLowerCase();
      const known = counts.get(key);
      if (known) known.uses += 1;
      else counts.set(key, { tag, uses: 1 });
    }
  return counts;
}

/** Names kept by the merchant, the shop's own accounts, then customers, those who write most first. */
export function suggestMentions(
  typed: string,
  saved: readonly SnippetRow[],
  accounts: readonly AccountFact[],
  customers: readonly { name: string; uses: number }[],
): Suggestion[] {
  const wanted = foldText(typed);
  const at = (name: string) => `@${name.replace(/^@/, '')}`;
  const all: Suggestion[] = [
    ...saved.map(({ name, text }): Suggestion => ({ text: at(text), from: 'saved', note: name })),
    ...accounts.flatMap((account): Suggestion[] =>
      account.username
        ? [{ text: at(account.username), from: 'account', network: account.network }]
        : [],
    ),
    ...[...customers]
      .sort((one, other) => other.uses - one.uses || one.name.localeCompare(other.name))
      .filter(({ name }) => /^[\w.]+$/.test(name))
      .map(({ name, uses }): Suggestion => ({
        ...{ text: at(name), from: 'customer', uses, network: 'instagram' },
      })),
  ];
  const seen = new Set<string>();
  return all
    .filter(({ text, note }) => {
      const isNew = !seen.has(text.toLowerCase());
      seen.add(text.toLowerCase());
      const fits = [text.slice(1), note ?? ''].some((word) => foldText(word).includes(wanted));
      return isNew && fits;
    })
    .slice(0, mostSuggested);
}
