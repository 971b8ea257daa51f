import { useCallback, useEffect, useRef, useState } from 'react';
import type { Scene } from '../../../../shared/scene/scene.ts';
import { fitView, nextZoom, pinchView, zoomAt, type View } from './view-box.ts';

/** How the picture stands in its window; it fits until somebody zooms or moves it. */
export function useView(scene: Pick<Scene, 'format' | 'widthPx' | 'heightPx'>) {
  const ref = useRef<HTMLDivElement>(null);
  const { width, height } = useRoom(ref);
  const [own, setOwn] = useState<{ format: string; view: View }>();
  const room = { widthPx: width, heightPx: height };
  const fitted = fitView(scene, room);
  const view = own?.format === scene.format ? own.view : fitted;
  const latest = useRef(view);
  latest.current = view;
  const { format } = scene;
  const set = useCallback((next: View) => setOwn({ format, view: next }), [format]);
  const middle = { xPx: width / 2, yPx: height / 2 };
  useWheel(ref, latest, set);
  return {
    ref,
    view,
    isReady: width > 0 && height > 0,
    fit: () => setOwn(undefined),
    zoomTo: (zoom: number) => set(zoomAt(latest.current, zoom, middle)),
    zoomBy: (by: 1 | -1) => set(zoomAt(latest.current, nextZoom(latest.current.zoom, by), middle)),
    pinch: (before: Parameters<typeof pinchView>[1], after: Parameters<typeof pinchView>[2]) =>
      set(pinchView(latest.current, before, after)),
    panBy: (dxPx: number, dyPx: number) => {
      const { zoom, xPx, yPx } = latest.current;
      set({ zoom, xPx: xPx + dxPx, yPx: yPx + dyPx });
    },
  };
}

export type EditorView = ReturnType<typeof useView>;

function useRoom(ref: { readonly current: HTMLDivElement | null }) {
  const [room, setRoom] = useState({ width: 0, height: 0 });
  useEffect(() => {
    if (!ref.current) return undefined;
    const watch = new ResizeObserver(([entry]) => {
      if (entry) setRoom({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    watch.observe(ref.current);
    return () => watch.disconnect();
  }, [ref]);
  return room;
}

/** The wheel moves the picture; with Ctrl, and by two fingers, it zooms where the hand points. */
function useWheel(
  ref: { readonly current: HTMLDivElement | null },
  latest: { readonly current: View },
  set: (view: View) => void,
): void {
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const listen = (event: WheelEvent) => {
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      const at = { xPx: event.clientX - left, yPx: event.clientY - top };
      const { zoom, xPx, yPx } = latest.current;
      if (event.ctrlKey || event.metaKey)
        set(zoomAt(latest.current, zoom * Math.exp(-event.deltaY * 0.004), at));
      else {
        const [dx, dy] = event.shiftKey ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
        set({ zoom, xPx: xPx - dx, yPx: yPx - dy });
      }
    };
    element.addEventListener('wheel', listen, { passive: false });
    return () => element.removeEventListener('wheel', listen);
  });
}
