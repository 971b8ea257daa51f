import { z } from 'zod';
import { savedFilter, type LibraryQuery, type SavedFilter } from '../../shared/contract/library.ts';
import { foldText } from '../../shared/rules/fold-text.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { createSettings } from '../db/settings.ts';

const settingsKey = 'library.filters';
const all = z.array(savedFilter);

/** Questions that the merchant asks again and again, under names. */
export function savedFilterCases({ db, applyOnce, events, newId }: FeatureTools) {
  const settings = createSettings(db);
  // What an older studio kept and this one cannot read is left out.
  const list = (): SavedFilter[] => all.safeParse(settings.get(settingsKey) ?? []).data ?? [];

  function keep(filters: readonly SavedFilter[]): void {
    settings.set(settingsKey, filters);
    events.changed('library');
  }

  return {
    filters: (): SavedFilter[] =>
      list().sort((a, b) => (foldText(a.name) < foldText(b.name) ? -1 : 1)),
    saveFilter: (name: string, query: LibraryQuery, clientId?: string): SavedFilter =>
      applyOnce('library/saveFilter', clientId, () => {
        const kept = list();
        const known = kept.find((one) => foldText(one.name) === foldText(name));
        const filter = { id: known?.id ?? newId(), name: name.trim(), query };
        keep([...kept.filter(({ id }) => id !== filter.id), filter]);
        return filter;
      }),
    removeFilter: (filterId: string, clientId?: string) =>
      applyOnce('library/removeFilter', clientId, () => {
        keep(list().filter(({ id }) => id !== filterId));
        return { ok: true as const };
      }),
  };
}
