import type { KeyboardCoordinateGetter } from '@dnd-kit/core';
import type { PostTile } from '../../../shared/contract/posts.ts';
import type { HourScale } from './hour-column.tsx';
import { neighbourDay } from './plan-view.ts';

/** The post that is carried. */
export function tileOf(data: Record<string, unknown> | undefined): PostTile | undefined {
  return data?.['tile'] as PostTile | undefined;
}

/** How the column under a carried post measures its hours; a day of the month has none. */
export function scaleOf(data: Record<string, unknown> | undefined): HourScale | undefined {
  return data?.['scale'] as HourScale | undefined;
}

/** Arrow keys carry a lifted post from day to day, and over the hours up and down by quarters. A draft
 *  starts at the first day shown. */
export const carryByKeys: KeyboardCoordinateGetter = (event, { context, currentCoordinates }) => {
  const { active, over, droppableRects, droppableContainers } = context;
  if (!event.code.startsWith('Arrow')) return undefined;
  // A key that follows at once comes before the first measuring: the post still lies on its own day.
  const wall = tileOf(active?.data.current)?.wall;
  const own = [wall?.slice(0, 10)].find((id) => id && droppableRects.has(id));
  const from = over && over.id !== 'tray' ? String(over.id) : own;
  const spots = droppableContainers.getEnabled().map((one) => String(one.id));
  const first = spots.find((id) => id !== 'tray');
  const scale =
    from === undefined ? undefined : scaleOf(droppableContainers.get(from)?.data.current);
  const isUpOrDown = event.code === 'ArrowUp' || event.code === 'ArrowDown';
  if (scale && isUpOrDown) {
    event.preventDefault();
    const step = (scale.hourPx / 4) * (event.code === 'ArrowUp' ? -1 : 1);
    return { ...currentCoordinates, y: currentCoordinates.y + step };
  }
  const to = from ? neighbourDay(from, event.code) : first;
  const rect = to === undefined ? undefined : droppableRects.get(to);
  if (!rect) return undefined;
  event.preventDefault();
  // Before the lifted tile is measured it is as large as the one it was lifted from.
  const size = context.collisionRect ?? context.activeNode?.getBoundingClientRect();
  return {
    x: rect.left + (rect.width - (size?.width ?? 0)) / 2,
    // By its hours a post keeps its time from day to day.
    y: scale ? currentCoordinates.y : rect.top + (rect.height - (size?.height ?? 0)) / 2,
    ...(to === from ? currentCoordinates : {}),
  };
};
