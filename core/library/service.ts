import type { ChosenAssets, LibraryQuery } from '../../shared/contract/library.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { binCases } from './bin.ts';
import { describeCases } from './describe.ts';
import type { LibraryUses } from './library-uses.ts';
import { markCases } from './marks.ts';
import { openParts } from './open-parts.ts';
import { savedFilterCases } from './saved-filters.ts';
import { tagCases } from './tagging.ts';
import { undoCase } from './undo.ts';

export type LibraryService = ReturnType<typeof libraryService>;

const pageSize = 100;

/** Everything ever brought in or made here: found, marked, and where it is used. */
export function libraryService(tools: FeatureTools, uses: LibraryUses) {
  const parts = openParts(tools, uses);
  const { lists, entries } = parts;
  const { items, usesOf, details } = describeCases(parts);
  const bin = binCases({ ...parts, usesOf });
  const tags = tagCases(parts);

  return {
    outline(query: LibraryQuery = {}) {
      return { total: lists.keys(query).length, months: lists.months(query) };
    },
    page(asked: {
      query?: LibraryQuery | undefined;
      from?: number | undefined;
      limit?: number | undefined;
    }) {
      const { query = {}, from = 0, limit = pageSize } = asked;
      const keys = lists.keys(query);
      return { items: items(entries.byKeys(keys.slice(from, from + limit))), total: keys.length };
    },
    ids(asked: {
      query?: LibraryQuery | undefined;
      from?: number | undefined;
      to?: number | undefined;
    }) {
      const { query = {}, from = 0, to } = asked;
      return { assetIds: entries.idsOf(lists.keys(query).slice(from, to)) };
    },
    get: (assetId: string, language?: Language) => details(assetId, bin.erasedAt, language),
    ...markCases(parts),
    tag: tags.tag,
    tags: tags.list,
    renameTag: tags.rename,
    removeTag: tags.remove,
    ...savedFilterCases(tools),
    bin: (
      chosen: ChosenAssets,
      options: { evenUsed?: boolean | undefined; language?: Language | undefined },
      clientId?: string,
    ) => bin.bin(chosen, options, clientId),
    restore: bin.restore,
    erase: bin.erase,
    undo: undoCase(parts),
    /** Erases what has waited in the bin long enough. */
    sweep: bin.sweep,
  };
}
