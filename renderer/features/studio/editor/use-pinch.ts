import { useRef, type PointerEvent } from 'react';
import type { Point } from '../../../../shared/scene/edit/layer-box.ts';
import type { Hands } from './use-hands.ts';
import type { EditorView } from './use-view.ts';

type Hold = Hands['hold'];

/** Two fingers zoom and move the picture; what the first of them began is put back. One finger is a
 *  hand as any other. */
export function usePinch(view: EditorView, hands: Hands): Hold {
  const fingers = useRef(new Map<number, Point>());
  const pointOf = (event: PointerEvent): Point => {
    const frame = view.ref.current?.getBoundingClientRect();
    return { xPx: event.clientX - (frame?.left ?? 0), yPx: event.clientY - (frame?.top ?? 0) };
  };
  const pair = (): [Point, Point] | undefined => {
    const [a, b] = fingers.current.values();
    return a && b ? [a, b] : undefined;
  };
  const press = (event: PointerEvent) => {
    if (event.pointerType !== 'touch') return hands.hold.onPointerDown(event);
    fingers.current.set(event.pointerId, pointOf(event));
    if (!pair()) return hands.hold.onPointerDown(event);
    if (!hands.giveUp()) hands.hold.onPointerCancel();
  };
  const move = (event: PointerEvent) => {
    const before = pair();
    if (!before) return hands.hold.onPointerMove(event);
    if (!fingers.current.has(event.pointerId)) return;
    fingers.current.set(event.pointerId, pointOf(event));
    const after = pair();
    if (after) view.pinch(before, after);
  };
  const lift = (event: PointerEvent) => {
    fingers.current.delete(event.pointerId);
    hands.hold.onPointerUp();
  };
  return {
    ...hands.hold,
    onPointerDown: press,
    onPointerMove: move,
    onPointerUp: lift as Hold['onPointerUp'],
    onPointerCancel: lift as Hold['onPointerCancel'],
  };
}
