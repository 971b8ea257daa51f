import {
  bulkField,
  type BulkIssue,
  type BulkRow,
  type BulkSession,
} from '../../shared/contract/bulk.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { BulkUses } from './bulk-uses.ts';
import type { LookedRow, LookOver } from './look-over.ts';
import type { RowFix, RowIssue } from './row-reading.ts';
import type { BulkStore, SessionRow } from './store.ts';
import { writeAlts } from './write-row.ts';

const mostNamed = 200;

/** Tables and rows as a window sees them, with their sentences. */
export function presenter({ say }: Pick<FeatureTools, 'say'>, store: BulkStore, uses: BulkUses) {
  function issue(
    { code, params, text, fixes, field, level, found }: RowIssue,
    zone: string,
    language: Language,
  ): BulkIssue {
    const spoken = { ...params, found: found ?? '', when: speak(params?.['at'], zone, language) };
    return {
      level,
      code,
      text: text ?? say(language, `bulk:issue.${code}`, spoken),
      ...(field && { field }),
      ...(found !== undefined && { found }),
      ...(fixes && fixes.length > 0 && { fixes: fixes.map((fix) => spokenFix(fix, language)) }),
    };
  }

  const spokenFix = ({ label, say: isCode, ...fix }: RowFix, language: Language) => ({
    label: isCode ? say(language, `bulk:fix.${label}`) : label,
    ...fix,
  });

  return {
    row({ stored, cells, reading, issues }: LookedRow, language: Language): BulkRow {
      const { content, time } = reading;
      const networks = uses
        .accounts()
        .flatMap((account) => (content.accountIds.includes(account.id) ? account.network : []));
      const thumbUrl = content.media[0] && uses.readAsset(content.media[0].assetId)?.thumbUrl;
      const altSuggested = cells.alt?.trim() ? undefined : writeAlts(content.media);
      const zone = time?.zone ?? uses.placeOf(content.accountIds).zone;
      return {
        row: stored.row,
        cells,
        edited: bulkField.options.filter((field) => stored.edits[field] !== undefined),
        leftOut: stored.leftOut,
        issues: issues.map((one) => issue(one, zone, language)),
        networks: [...new Set(networks)].sort(),
        kind: content.kind ?? 'post',
        media: content.media.length,
        ...(altSuggested && { altSuggested }),
        ...(thumbUrl && { thumbUrl }),
        ...(time && { at: new Date(time.at).toISOString(), wall: time.wall, zone: time.zone }),
      };
    },
    session: (session: SessionRow, looked: LookOver): BulkSession => ({
      sessionId: session.id,
      name: session.name,
      createdAt: new Date(session.createdAt).toISOString(),
      ...session.reading,
      mapping: session.mapping,
      samples: session.mapping.map((_, column) => sampleOf(looked.rows, column)),
      counts: countRows(looked.rows),
      files: namedFiles(session, looked, store),
    }),
  };
}

export function hasLevel(row: LookedRow, level: RowIssue['level']): boolean {
  return row.issues.some((issue) => issue.level === level);
}

function sampleOf(rows: readonly LookedRow[], column: number): string {
  const cells = rows.map(({ stored }) => stored.cells[column]?.trim() ?? '');
  return (cells.find((cell) => cell !== '') ?? '').slice(0, 60);
}

function countRows(rows: readonly LookedRow[]): BulkSession['counts'] {
  const taken = rows.filter((row) => !row.stored.leftOut);
  const scheduled = taken.filter((row) => row.reading.time !== undefined).length;
  return {
    rows: rows.length,
    errors: taken.filter((row) => hasLevel(row, 'error')).length,
    warnings: taken.filter((row) => !hasLevel(row, 'error') && hasLevel(row, 'warning')).length,
    leftOut: rows.length - taken.length,
    scheduled,
    drafts: taken.filter((row) => row.issues.some((issue) => issue.code === 'draft')).length,
  };
}

function namedFiles(
  session: SessionRow,
  { rows, media }: LookOver,
  store: BulkStore,
): BulkSession['files'] {
  const missing = new Map<string, number>();
  const used = new Set<string>();
  for (const { reading, stored } of rows) {
    if (stored.leftOut) continue;
    for (const name of reading.unmatched) missing.set(name, (missing.get(name) ?? 0) + 1);
    for (const name of reading.usedFiles) used.add(name);
  }
  const brought = store.files(session.id);
  return {
    brought: brought.length,
    unmatched: [...missing].slice(0, mostNamed).map(([name, count]) => {
      const nearest = media.nearest(name);
      return { name, rows: count, ...(nearest !== undefined && { nearest }) };
    }),
    unused: brought.flatMap(({ name }) => (used.has(name) ? [] : name)).slice(0, mostNamed),
  };
}

function speak(at: unknown, zone: string, language: Language): string {
  if (typeof at !== 'number') return '';
  const parts = { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' } as const;
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { ...parts, timeZone: zone }).format(at);
}
