import { cleanFilePart, fileLabel, fileSlug, mostLetters } from './file-name.ts';

/** What a file's name can be made of. */
export const exportTokens = ['sku', 'title', 'template', 'format', 'number', 'shop'] as const;
export type ExportToken = (typeof exportTokens)[number];
export type ExportFacts = Record<ExportToken, string>;

export const usualPattern = '{sku}-{title}-{template}-{format}';

/** The file name of one picture, without its ending. Tokens nobody knows stay as they are written. */
export function exportName(pattern: string, facts: ExportFacts, ending: string): string {
  const filled = pattern.replace(/\{(\w+)\}/g, (whole, token: string) =>
    isToken(token) ? tokenText(token, facts) : whole,
  );
  // Empty parts leave no dashes behind.
  const joined = filled.replace(/-{2,}/g, '-').replace(/_{2,}/g, '_');
  return `${cleanFilePart(joined, mostLetters - ending.length - 1)}.${ending}`;
}

function isToken(token: string): token is ExportToken {
  return (exportTokens as readonly string[]).includes(token);
}

/** A code stays readable as the merchant writes it; words become a slug. */
function tokenText(token: ExportToken, facts: ExportFacts): string {
  const text = facts[token].trim();
  if (text === '') return '';
  if (token === 'sku') return fileLabel(text, 40);
  if (token === 'format') return text.replace(':', 'x').replace('.', '_');
  return fileSlug(text, 48);
}

/** Tokens of a pattern that nothing stands for, as `{prix}`. */
export function unknownTokens(pattern: string): string[] {
  const found = [...pattern.matchAll(/\{(\w*)\}/g)].map(([whole, token = '']) => ({
    whole,
    token,
  }));
  return [...new Set(found.filter(({ token }) => !isToken(token)).map(({ whole }) => whole))];
}
