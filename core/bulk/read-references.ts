import type { AccountFinder } from './find-account.ts';
import type { MediumFinder } from './find-medium.ts';
import { replacePart, splitParts, trimmed, type RowFix, type RowIssue } from './row-reading.ts';

export type AccountsReading = { accountIds: string[]; issues: RowIssue[] };
export type MediaReading = {
  assetIds: string[];
  unmatched: string[];
  usedFiles: string[];
  issues: RowIssue[];
};

const mostMedia = 30;

/** The accounts a cell names. A comma separates too, unless an account's own name has it. */
export function readAccounts(cell: string, finder: AccountFinder): AccountsReading {
  const parts = splitParts(cell).flatMap((part) =>
    finder.find(part).kind === 'none' ? trimmed(part.split(',')) : [part],
  );
  const issues: RowIssue[] = [];
  const ids = parts.flatMap((part) => {
    const found = finder.find(part);
    if (found.kind === 'found') return found.accountIds;
    const fixTo = (name: string): RowFix => ({
      label: name,
      cells: { accounts: replacePart(parts, part, name) },
      by: name,
    });
    if (found.kind === 'several') {
      const names = found.among.map((account) => finder.nameFor(account));
      const every = { ...fixTo(names.join(' ; ')), label: 'every', say: true };
      const fixes = [...names.map(fixTo), every];
      issues.push({
        level: 'error',
        field: 'accounts',
        code: 'account-several',
        found: part,
        params: { example: names[0] ?? '' },
        fixes,
      });
    } else {
      const fixes = found.nearest === undefined ? [] : [fixTo(found.nearest)];
      issues.push({
        level: 'error',
        field: 'accounts',
        code: 'account-unknown',
        found: part,
        fixes,
      });
    }
    return [];
  });
  return { accountIds: [...new Set(ids)].slice(0, 50), issues };
}

/** The pictures and videos a cell names. */
export function readMedia(cell: string, finder: MediumFinder): MediaReading {
  const whole = cell.trim();
  const isOneName = whole !== '' && finder.find(whole).kind === 'found';
  const parts = isOneName
    ? [whole]
    : splitParts(cell).flatMap((part) =>
        finder.find(part).kind === 'none' ? trimmed(part.split(',')) : [part],
      );
  const reading: MediaReading = { assetIds: [], unmatched: [], usedFiles: [], issues: [] };
  for (const part of parts) takeMedium(reading, part, parts, finder);
  if (reading.assetIds.length > mostMedia) {
    reading.assetIds.length = mostMedia;
    const params = { most: mostMedia };
    reading.issues.push({ level: 'error', field: 'media', code: 'media-too-many', params });
  }
  return reading;
}

function takeMedium(
  reading: MediaReading,
  part: string,
  parts: readonly string[],
  finder: MediumFinder,
): void {
  const found = finder.find(part);
  const issue = (code: string, more: Partial<RowIssue> = {}): void => {
    reading.issues.push({ level: 'error', field: 'media', code, found: part, ...more });
  };
  const fixTo = (name: string | undefined, label = name ?? 'none'): RowFix => ({
    label,
    ...(name === undefined && { say: true }),
    cells: { media: replacePart(parts, part, name) },
    by: name ?? '',
  });
  switch (found.kind) {
    case 'found':
      reading.assetIds.push(found.assetId);
      if (found.by === 'file') reading.usedFiles.push(found.name);
      if (found.isOneOfMany) issue('medium-newest', { level: 'warning' });
      return;
    case 'several':
      return issue('medium-several', { fixes: found.among.map(({ name }) => fixTo(name)) });
    case 'no-photo':
      return issue('product-no-photo', {
        params: { title: found.title },
        fixes: [fixTo(undefined)],
      });
    case 'none': {
      reading.unmatched.push(part);
      const nearest = finder.nearest(part);
      const fixes = [...(nearest === undefined ? [] : [fixTo(nearest)]), fixTo(undefined)];
      return issue('medium-unknown', { fixes });
    }
  }
}
