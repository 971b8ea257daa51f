import type { ChosenAssets } from '../../shared/contract/library.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { changeLog } from './change-log.ts';
import { entryStore } from './entry-store.ts';
import { keptLists } from './kept-lists.ts';
import type { LibraryUses } from './library-uses.ts';
import { listStore } from './list-store.ts';
import { tagStore } from './tag-store.ts';
import { useStore } from './use-store.ts';

export type LibraryParts = ReturnType<typeof openParts>;

/** Stores of the library and what all its use cases share. */
export function openParts(tools: FeatureTools, uses: LibraryUses) {
  const lists = keptLists(listStore(tools.db), uses.zone);
  const entries = entryStore(tools.db);
  tools.events.on(lists.hear);

  /** The ids that are meant; those that are not in the library are left out. */
  function resolve(chosen: ChosenAssets): string[] {
    if ('assetIds' in chosen)
      return [...new Set(chosen.assetIds)].filter((id) => entries.facts(id) !== undefined);
    const except = new Set(chosen.exceptIds);
    return entries.idsOf(lists.keys(chosen.query)).filter((id) => !except.has(id));
  }

  return {
    tools,
    uses,
    lists,
    entries,
    resolve,
    tags: tagStore(tools.db, tools.newId),
    users: useStore(tools.db),
    log: changeLog(tools),
  };
}
