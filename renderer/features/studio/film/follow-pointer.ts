import type { PointerEvent as ReactPointerEvent } from 'react';

const leastPx = 3;

/** Follows a pressed pointer until it is let go; `onMove` only once it has really moved. Escape, or the
 *  system taking the pointer away, gives up. */
export function followPointer(
  event: ReactPointerEvent<HTMLElement>,
  hands: {
    onMove: (dxPx: number, dyPx: number, event: PointerEvent) => void;
    onEnd: (isDragged: boolean) => void;
    onCancel?: () => void;
  },
): void {
  if (event.button !== 0) return;
  const stop = new AbortController();
  const { signal } = stop;
  const { clientX, clientY, pointerId } = event;
  let isDragged = false;
  const end = (isCancelled: boolean) => {
    stop.abort();
    if (isCancelled && isDragged) hands.onCancel?.();
    hands.onEnd(isDragged && !isCancelled);
  };
  const move = (moved: PointerEvent) => {
    if (moved.pointerId !== pointerId) return;
    const dxPx = moved.clientX - clientX;
    const dyPx = moved.clientY - clientY;
    isDragged ||= Math.hypot(dxPx, dyPx) >= leastPx;
    if (isDragged) hands.onMove(dxPx, dyPx, moved);
  };
  const key = (pressed: KeyboardEvent) => {
    if (pressed.key !== 'Escape') return;
    pressed.preventDefault();
    end(true);
  };
  window.addEventListener('pointermove', move, { signal });
  window.addEventListener('pointerup', () => end(false), { signal });
  window.addEventListener('pointercancel', () => end(true), { signal });
  window.addEventListener('keydown', key, { signal, capture: true });
}
