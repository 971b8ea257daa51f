import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type {
  ChosenAssets,
  LibraryItem,
  LibraryQuery,
} from '../../../../shared/contract/library.ts';
import { useApi, useStudio } from '../../../link/link-provider.tsx';
import { keepLibrary, recallLibrary } from './kept-library.ts';
import { nothingPicked, pickAll, pickOne, pickRange, rangeTo, togglePick } from './pick-assets.ts';

/** Sides of a tile in px, from many small ones to few large ones. */
export const densities = [96, 128, 160, 208, 272] as const;

export type LibraryQueryChange = { [Key in keyof LibraryQuery]: LibraryQuery[Key] | undefined };

/** What of the library is on screen, in which order and size, and what of it is picked. */
export function useLibrary() {
  const api = useApi();
  const [start] = useState(() => recallLibrary(window.sessionStorage));
  const [filters, setFilters] = useState<LibraryQuery>(start?.filters ?? {});
  const [text, setText] = useState(start?.text ?? '');
  const place = useRef(start?.place ?? 0);
  const keepPlace = useCallback((to: number) => void (place.current = to), []);
  const [settled] = useDebouncedValue(text.trim(), 150);
  const [density, setDensity] = useState(start?.density ?? 2);
  const query = useMemo<LibraryQuery>(
    () => ({ ...filters, ...(settled ? { text: settled } : {}) }),
    [filters, settled],
  );
  const outline = useQuery({
    ...api.library.outline.queryOptions({ input: query }),
    placeholderData: keepPreviousData,
  });
  const picking = usePicking(query);
  useKeeping(() =>
    keepLibrary(window.sessionStorage, { filters, text, density, place: place.current }),
  );
  return {
    /** Where the list stood when it was left. */
    firstPlace: start?.place ?? 0,
    /** Where it stands now. */
    keepPlace,
    query,
    filters,
    text,
    setText,
    outline,
    total: outline.data?.total ?? 0,
    density,
    setDensity,
    ...picking,
    /** Undefined takes a filter away. */
    change(change: Partial<LibraryQueryChange>): void {
      picking.clear();
      setFilters((all) => withoutUndefined({ ...all, ...change }));
    },
    /** Another question altogether, as one that was kept. */
    ask({ text: words = '', ...wanted }: LibraryQuery): void {
      picking.clear();
      setText(words);
      setFilters(wanted);
    },
    /** Everything again, in the same order. */
    reset(): void {
      picking.clear();
      setText('');
      setFilters(({ sort }) => (sort ? { sort } : {}));
    },
  };
}

export type Library = ReturnType<typeof useLibrary>;

/** When the gallery is left, and when the window is. */
function useKeeping(keep: () => void): void {
  const latest = useRef(keep);
  latest.current = keep;
  useEffect(() => {
    const now = () => latest.current();
    window.addEventListener('pagehide', now);
    return () => {
      window.removeEventListener('pagehide', now);
      now();
    };
  }, []);
}

function withoutUndefined(query: LibraryQueryChange): LibraryQuery {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as LibraryQuery;
}

type Keys = { shift: boolean; mod: boolean };

/** What is picked, and the place that the keyboard stands on. */
function usePicking(query: LibraryQuery) {
  const { client } = useStudio();
  const [picked, setPicked] = useState(nothingPicked);
  const [active, setActive] = useState<number>();

  async function pickTo(place: number, keeps: boolean): Promise<void> {
    const { assetIds } = await client.library.ids({ query, ...rangeTo(picked, place) });
    setPicked((now) => pickRange({ ...now, anchor: now.anchor ?? place }, assetIds, keeps));
  }

  return {
    picked,
    active,
    setActive,
    clear: () => setPicked(nothingPicked),
    pick(item: Pick<LibraryItem, 'id'>, place: number, keys: Keys): void {
      setActive(place);
      if (keys.shift) void pickTo(place, keys.mod);
      else if (keys.mod) setPicked((now) => togglePick(now, item.id, place));
      else setPicked(pickOne(item.id, place));
    },
    pickTo: (place: number) => void pickTo(place, false),
    async pickAll(): Promise<void> {
      const { assetIds } = await client.library.ids({ query });
      setPicked(pickAll(assetIds));
    },
    /** What a deed on the picked ones means. */
    chosen(): ChosenAssets | undefined {
      if (picked.ids.size === 0) return undefined;
      return picked.all ? { query } : { assetIds: [...picked.ids] };
    },
  };
}
