import type { PlanView } from './plan-view.ts';

/** How near the calendar is looked at, from 0 (far) to 3. */
export type Zoom = 0 | 1 | 2 | 3;
export const zooms: readonly Zoom[] = [0, 1, 2, 3];
/** What the mock-up of each view shows. */
export const firstZoom: Zoom = 1;

export const hourHeightPx: Record<Zoom, number> = { 0: 32, 1: 48, 2: 72, 3: 104 };
/** Posts that a day of the month shows before it counts the rest. */
export const postsPerDay: Record<Zoom, number> = { 0: 2, 1: 4, 2: 8, 3: 16 };

export function zoomed(zoom: Zoom, step: 1 | -1): Zoom {
  return zooms[zoom + step] ?? zoom;
}

/** What can be zoomed: the list and the profile have one size. */
export function canZoom(view: PlanView): boolean {
  return view !== 'list' && view !== 'grid';
}

const key = (view: PlanView) => `vitrine-plan-zoom-${view}`;

/** How near it was the last time. */
export function rememberedZoom(storage: Pick<Storage, 'getItem'>, view: PlanView): Zoom {
  const kept = Number(storage.getItem(key(view)) ?? firstZoom);
  return zooms.find((one) => one === kept) ?? firstZoom;
}

export function rememberZoom(storage: Pick<Storage, 'setItem'>, view: PlanView, zoom: Zoom): void {
  storage.setItem(key(view), String(zoom));
}
