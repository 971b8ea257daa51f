import { freeIds, mapLayers, pickLayers } from '../../../../shared/scene/edit/change-layers.ts';
import { boundsOf, middleOf, type Point } from '../../../../shared/scene/edit/layer-box.ts';
import {
  angleTo,
  moveLayers,
  resizeBox,
  resizeLayer,
  scaleLayers,
  turnLayers,
  wholeAngle,
  type Handle,
} from '../../../../shared/scene/edit/move-layers.ts';
import { panPhoto, type Source } from '../../../../shared/scene/edit/photo-view.ts';
import {
  snapBox,
  snapLines,
  snapSides,
  type Guide,
  type SnapLines,
} from '../../../../shared/scene/edit/snap-layers.ts';
import type { Scene } from '../../../../shared/scene/scene.ts';

/** What a hand does from where it took hold: everything is reckoned from the scene as it was then. */
export type Hold = { scene: Scene; ids: readonly string[]; from: Point; lines: SnapLines };
export type HandKind =
  | { kind: 'move' }
  | { kind: 'resize'; handle: Handle }
  | { kind: 'turn' }
  | { kind: 'pan-photo'; source: Source };

/** Keys that are held: Shift keeps ratio, axis or steps; Ctrl lets go of guides; Alt resizes from the
 *  middle. */
export type Held = { shift: boolean; ctrl: boolean; alt: boolean };

/** What there is to see of a gesture beside the picture. */
export type Sign =
  | { kind: 'middle' }
  | { kind: 'place'; xPx: number; yPx: number }
  | { kind: 'size'; widthPx: number; heightPx: number }
  | { kind: 'angle'; deg: number };
export type HandStep = { scene: Scene; guides: Guide[]; sign?: Sign };

/** Within so many pixels of the screen things are drawn to lines. */
const reachOnScreenPx = 6;

export function takeHold(scene: Scene, selected: readonly string[], from: Point): Hold {
  const ids = freeIds(scene, selected);
  return { scene, ids, from, lines: snapLines(scene, ids) };
}

/** The scene after the hand went to `to`. */
export function moveHand(
  hold: Hold,
  hand: HandKind,
  to: Point,
  held: Held,
  zoom: number,
): HandStep {
  const dxPx = to.xPx - hold.from.xPx;
  const dyPx = to.yPx - hold.from.yPx;
  const reachPx = held.ctrl ? 0 : reachOnScreenPx / zoom;
  switch (hand.kind) {
    case 'move':
      return drag(hold, dxPx, dyPx, held, reachPx);
    case 'resize':
      return resize(hold, hand.handle, { dxPx, dyPx }, held, reachPx);
    case 'turn':
      return turn(hold, to, held);
    case 'pan-photo': {
      const { source } = hand;
      const scene = mapLayers(hold.scene, hold.ids, (layer) =>
        layer.kind === 'photo' ? panPhoto(layer, source, dxPx, dyPx) : layer,
      );
      return { scene, guides: [] };
    }
  }
}

function drag(hold: Hold, dx: number, dy: number, held: Held, reachPx: number): HandStep {
  const isAcross = Math.abs(dx) >= Math.abs(dy);
  const dxPx = held.shift && !isAcross ? 0 : dx;
  const dyPx = held.shift && isAcross ? 0 : dy;
  const bounds = boundsOf(pickLayers(hold.scene, hold.ids));
  if (!bounds) return { scene: hold.scene, guides: [] };
  const moved = { ...bounds, xPx: bounds.xPx + dxPx, yPx: bounds.yPx + dyPx };
  const snap = snapBox(moved, hold.lines, reachPx);
  const scene = moveLayers(hold.scene, hold.ids, dxPx + snap.dxPx, dyPx + snap.dyPx);
  const isMiddle = snap.guides.some((guide) => guide.isMiddle);
  const xPx = Math.round(moved.xPx + snap.dxPx);
  const yPx = Math.round(moved.yPx + snap.dyPx);
  return {
    scene,
    guides: snap.guides,
    sign: isMiddle ? { kind: 'middle' } : { kind: 'place', xPx, yPx },
  };
}

function resize(
  hold: Hold,
  handle: Handle,
  pulled: { dxPx: number; dyPx: number },
  held: Held,
  reachPx: number,
): HandStep {
  const picked = pickLayers(hold.scene, hold.ids);
  const [only] = picked;
  const bounds = boundsOf(picked);
  if (!only || !bounds) return { scene: hold.scene, guides: [] };
  const isAlone = picked.length === 1;
  const box = isAlone ? only.box : bounds;
  const rotationDeg = isAlone ? (only.rotationDeg ?? 0) : 0;
  const keepsRatio = !isAlone || held.shift || keepsShape(only, handle);
  const how = { keepsRatio, fromMiddle: held.alt };
  const free = resizeBox(box, rotationDeg, handle, pulled, how);
  const snaps = rotationDeg === 0 && !keepsRatio && !held.alt;
  const snap = snapSides(free, handle, hold.lines, snaps ? reachPx : 0);
  const next = snaps
    ? resizeBox(
        box,
        rotationDeg,
        handle,
        { dxPx: pulled.dxPx + snap.dxPx, dyPx: pulled.dyPx + snap.dyPx },
        how,
      )
    : free;
  const scene = isAlone
    ? mapLayers(hold.scene, hold.ids, (layer) => resizeLayer(layer, next, handle))
    : scaleLayers(hold.scene, hold.ids, bounds, next);
  const { widthPx, heightPx } = next;
  const sign = {
    ...{ kind: 'size' as const },
    ...{ widthPx: Math.round(widthPx), heightPx: Math.round(heightPx) },
  };
  return { scene, guides: snaps ? snap.guides : [], sign };
}

/** Codes and drawings would lose their shape, and words their measure, by a pulled corner. */
function keepsShape(layer: { kind: string }, handle: Handle): boolean {
  const isCorner = handle.x !== 0 && handle.y !== 0;
  return isCorner && layer.kind !== 'photo' && layer.kind !== 'shape';
}

function turn(hold: Hold, to: Point, held: Held): HandStep {
  const picked = pickLayers(hold.scene, hold.ids);
  const [only] = picked;
  const bounds = boundsOf(picked);
  if (!only || !bounds) return { scene: hold.scene, guides: [] };
  const middle = middleOf(picked.length === 1 ? only.box : bounds);
  const start = picked.length === 1 ? (only.rotationDeg ?? 0) : 0;
  const by = angleTo(middle, to) - angleTo(middle, hold.from);
  const deg = wholeAngle(start + by, held.shift);
  const scene = turnLayers(hold.scene, hold.ids, deg - start);
  return { scene, guides: [], sign: { kind: 'angle', deg } };
}
