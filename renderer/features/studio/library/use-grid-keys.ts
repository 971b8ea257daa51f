import type { KeyboardEvent } from 'react';
import type { ChosenAssets, LibraryItem } from '../../../../shared/contract/library.ts';
import { stepPlace, type GridRow } from './grid-rows.ts';
import type { Library } from './use-library.ts';

export type GridDeeds = {
  open: (place: number) => void;
  edit: (item: LibraryItem) => void;
  tag: () => void;
  /** Ids that are on the way to a place to drop them; none at the end of it. */
  drag: (ids: readonly string[]) => void;
  menu: (at: { x: number; y: number }) => void;
  rate: (chosen: ChosenAssets, rating: number) => void;
  favour: (chosen: ChosenAssets, favourite: boolean) => void;
  remove: (chosen: ChosenAssets) => void;
};

type Keys = {
  library: Library;
  rows: readonly GridRow[];
  pageRows: number;
  itemAt: (place: number) => LibraryItem | undefined;
  deeds: GridDeeds;
};

/** Arrows walk (with Shift they pick on the way), space picks, Enter opens; 0 to 5 give stars, F a heart,
 *  T tags, E edits, Delete puts into the bin. */
export function useGridKeys({ library, rows, pageRows, itemAt, deeds }: Keys) {
  const { active = 0 } = library;

  function walk(event: KeyboardEvent): boolean {
    const start = library.active === undefined ? -1 : active;
    const isFirst = start < 0 && event.key.startsWith('Arrow');
    const to = isFirst ? 0 : stepPlace(rows, active, event.key, pageRows);
    if (to === undefined) return false;
    const item = itemAt(to);
    library.setActive(to);
    if (event.shiftKey) library.pickTo(to);
    else if (!event.ctrlKey && !event.metaKey && item)
      library.pick(item, to, { shift: false, mod: false });
    return true;
  }

  function mark(event: KeyboardEvent): boolean {
    const chosen = library.chosen();
    if (!chosen || event.ctrlKey || event.metaKey || event.altKey) return false;
    const key = event.key.toLowerCase();
    if (/^[0-5]$/.test(key)) deeds.rate(chosen, Number(key));
    else if (key === 'f') deeds.favour(chosen, !itemAt(active)?.favourite);
    else if (key === 'delete') deeds.remove(chosen);
    else if (key === 't') deeds.tag();
    else if (key === 'e') edit();
    else return false;
    return true;
  }

  function edit(): void {
    const item = itemAt(active);
    if (item) deeds.edit(item);
  }

  function act(event: KeyboardEvent): boolean {
    const item = itemAt(active);
    const mod = event.ctrlKey || event.metaKey;
    if (event.key === ' ' && item) library.pick(item, active, { shift: false, mod: true });
    else if (event.key === 'Enter' && item) deeds.open(active);
    else if (event.key === 'Escape' && library.picked.ids.size > 0) library.clear();
    else if (mod && event.key.toLowerCase() === 'a') void library.pickAll();
    else if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10'))
      deeds.menu(middleOf(document.getElementById(`lib-${active}`)));
    else return false;
    return true;
  }

  return (event: KeyboardEvent): void => {
    if (walk(event) || mark(event) || act(event)) event.preventDefault();
  };
}

function middleOf(element: HTMLElement | null): { x: number; y: number } {
  const box = element?.getBoundingClientRect();
  return box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : { x: 0, y: 0 };
}
