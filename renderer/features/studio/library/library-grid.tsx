import { useElementSize } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, type DragEvent, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { LibraryItem } from '../../../../shared/contract/library.ts';
import { assetsDragged } from './drop-dock.tsx';
import { gridRows, rowOfPlace, type GridRow } from './grid-rows.ts';
import { LibraryTile } from './library-tile.tsx';
import { MonthHead } from './month-head.tsx';
import { MonthScrubber } from './month-scrubber.tsx';
import { densities, type Library } from './use-library.ts';
import { useGridKeys, type GridDeeds } from './use-grid-keys.ts';
import { useKeptPlace } from './use-kept-place.ts';
import { usePages } from './use-pages.ts';

const gapPx = 12;
const nameHeightPx = 24;
const monthHeightPx = 44;
const leastForName = 120;

/** The library in rows of tiles, of which only those in view are drawn; the height of every row is
 *  known before, so that nothing moves while pictures come. */
export function LibraryGrid({ library, deeds }: { library: Library; deeds: GridDeeds }) {
  const { t } = useTranslation('library');
  const scroller = useRef<HTMLDivElement>(null);
  const { ref, width } = useElementSize<HTMLDivElement>();
  const layout = useLayout(library, width);
  const { rows, sidePx } = layout;
  const view = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'month' ? monthHeightPx : layout.rowPx),
    overscan: 3,
  });
  useEffect(() => view.measure(), [view, rows, sidePx]);
  useKeptPlace(view, rows, library);
  const shown = view.getVirtualItems();
  const [first, last] = placesOf(rows, shown);
  const itemAt = usePages(library.query, first, last);
  useEffect(() => {
    const row = library.active === undefined ? -1 : rowOfPlace(rows, library.active);
    if (row >= 0) view.scrollToIndex(row, { align: 'auto' });
  }, [library.active, rows, view]);
  const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 600) / layout.rowPx));
  const onKeyDown = useGridKeys({ library, rows, pageRows, itemAt, deeds });
  const goTo = (row: number) => view.scrollToIndex(row, { align: 'start' });
  return (
    <div className="lib-view">
      <div
        ref={scroller}
        className="lib-scroll"
        role="listbox"
        aria-multiselectable
        aria-label={t('list')}
        aria-activedescendant={library.active === undefined ? undefined : `lib-${library.active}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        {...tileHands(library, deeds, itemAt)}
      >
        <div ref={ref} role="presentation" style={{ height: view.getTotalSize() }}>
          <GridRows {...{ shown, layout, library, itemAt }} />
        </div>
      </div>
      <MonthScrubber rows={rows} top={shown[0]?.index ?? 0} onGo={goTo} />
    </div>
  );
}

type ItemAt = (place: number) => LibraryItem | undefined;

function GridRows({
  shown,
  layout,
  library,
  itemAt,
}: {
  shown: readonly { index: number; start: number }[];
  layout: ReturnType<typeof useLayout>;
  library: Library;
  itemAt: ItemAt;
}) {
  const { rows, sidePx, hasName } = layout;
  return shown.flatMap(({ index, start }) => {
    const row = rows[index];
    if (!row) return [];
    if (row.kind === 'month') return [<MonthHead key={row.month} topPx={start} {...row} />];
    return Array.from({ length: row.count }, (_, column) => {
      const place = row.from + column;
      const item = itemAt(place);
      return (
        <LibraryTile
          key={place}
          item={item}
          place={place}
          total={library.total}
          leftPx={column * (sidePx + gapPx)}
          topPx={start}
          sidePx={sidePx}
          isPicked={item !== undefined && library.picked.ids.has(item.id)}
          isActive={library.active === place}
          hasName={hasName}
        />
      );
    });
  });
}

function useLayout({ outline, density }: Library, widthPx: number) {
  const least = densities[density] ?? densities[2];
  const columns = Math.max(1, Math.floor((widthPx + gapPx) / (least + gapPx)));
  const sidePx = Math.max(1, Math.floor((widthPx + gapPx) / columns) - gapPx);
  const hasName = least >= leastForName;
  const { data } = outline;
  const rows = useMemo(
    () => (widthPx > 0 && data ? gridRows(data.total, data.months, columns) : []),
    [widthPx, data, columns],
  );
  return { rows, sidePx, hasName, rowPx: sidePx + gapPx + (hasName ? nameHeightPx : 0) };
}

function placesOf(rows: readonly GridRow[], shown: readonly { index: number }[]): [number, number] {
  const tiles = shown.flatMap(({ index }) => {
    const row = rows[index];
    return row?.kind === 'tiles' ? [row] : [];
  });
  const last = tiles.at(-1);
  return [tiles[0]?.from ?? 0, last ? last.from + last.count - 1 : 0];
}

/** What the hand does on the tile under it. */
function tileHands(
  library: Library,
  deeds: GridDeeds,
  itemAt: (place: number) => LibraryItem | undefined,
) {
  const under = (event: MouseEvent) => {
    const tile = (event.target as Element).closest<HTMLElement>('[data-place]');
    const place = Number(tile?.dataset['place']);
    const item = tile ? itemAt(place) : undefined;
    return item && { item, place };
  };
  return {
    onDragStart(event: DragEvent) {
      const hit = under(event);
      if (!hit) return;
      const isPicked = library.picked.ids.has(hit.item.id);
      if (!isPicked) library.pick(hit.item, hit.place, { shift: false, mod: false });
      const ids = isPicked ? [...library.picked.ids] : [hit.item.id];
      event.dataTransfer.effectAllowed = 'copy';
      event.dataTransfer.setData(assetsDragged, ids.join(','));
      deeds.drag(ids);
    },
    onDragEnd: () => deeds.drag([]),
    onClick(event: MouseEvent) {
      const hit = under(event);
      const keys = { shift: event.shiftKey, mod: event.ctrlKey || event.metaKey };
      if (hit) library.pick(hit.item, hit.place, keys);
      else library.clear();
    },
    onDoubleClick(event: MouseEvent) {
      const hit = under(event);
      if (hit) deeds.open(hit.place);
    },
    onContextMenu(event: MouseEvent) {
      const hit = under(event);
      if (!hit) return;
      event.preventDefault();
      if (!library.picked.ids.has(hit.item.id))
        library.pick(hit.item, hit.place, { shift: false, mod: false });
      deeds.menu({ x: event.clientX, y: event.clientY });
    },
  };
}
