import { useEffect, useState, type RefObject } from 'react';
import type { PlanView } from './plan-view.ts';
import { canZoom, rememberedZoom, rememberZoom, zoomed, type Zoom } from './plan-zoom.ts';

/** How near the view is looked at, remembered for each view. */
export function usePlanZoom(view: PlanView): { zoom: Zoom; zoomBy: (step: 1 | -1) => void } {
  const [chosen, setChosen] = useState<{ [V in PlanView]?: Zoom }>({});
  const zoom = chosen[view] ?? rememberedZoom(window.localStorage, view);
  return {
    zoom,
    zoomBy(step) {
      if (!canZoom(view)) return;
      const next = zoomed(zoom, step);
      rememberZoom(window.localStorage, view, next);
      setChosen({ ...chosen, [view]: next });
    },
  };
}

/** Turning the wheel with Ctrl (or pinching) over `area` zooms the calendar, not the page. */
export function useZoomWheel(
  area: RefObject<HTMLElement | null>,
  zoomBy: (step: 1 | -1) => void,
): void {
  useEffect(() => {
    const element = area.current;
    if (!element) return;
    let turned = 0;
    const listen = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      turned += event.deltaY;
      if (Math.abs(turned) < 40) return;
      zoomBy(turned < 0 ? 1 : -1);
      turned = 0;
    };
    // Passive by default in some browsers, which would zoom the page all the same.
    element.addEventListener('wheel', listen, { passive: false });
    return () => element.removeEventListener('wheel', listen);
  });
}
