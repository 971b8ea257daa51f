import { useRef, useState, type PointerEvent } from 'react';
import { boundsOf, type Point } from '../../../../shared/scene/edit/layer-box.ts';
import type { Handle } from '../../../../shared/scene/edit/move-layers.ts';
import {
  clickSelection,
  layerAt,
  layersIn,
  withGroups,
} from '../../../../shared/scene/edit/pick-layers.ts';
import type { Guide } from '../../../../shared/scene/edit/snap-layers.ts';
import type { Box, PhotoLayer, Scene } from '../../../../shared/scene/scene.ts';
import {
  moveHand,
  takeHold,
  type HandKind,
  type Held,
  type Hold,
  type Sign,
} from './hand-gesture.ts';
import type { EditorDocument } from './use-document.ts';
import type { EditorView } from './use-view.ts';
import type { Source } from './use-editor-photos.ts';

/** A press that moves less than this is a click. In pixels of the screen. */
const clickPx = 3;

type Doing =
  | {
      kind: 'hand';
      hold: Hold;
      hand: HandKind;
      gesture: string;
      isMoved: boolean;
      clicked?: string;
    }
  | { kind: 'frame'; from: Point; base: readonly string[] }
  | { kind: 'view'; xPx: number; yPx: number };

export type HandSigns = { guides: Guide[]; sign?: Sign | undefined; frame?: Box | undefined };

type Uses = {
  document: EditorDocument;
  scene: Scene;
  view: EditorView;
  /** The layer whose photo is being framed. */
  cropping: string | undefined;
  sourceOf: (layer: PhotoLayer) => Source | undefined;
  isPanning: () => boolean;
  onOpen: (layerId: string) => void;
};

/** What pointers do on the picture: pick, frame, move, resize, turn, frame photos, move the view. */
export function useHands(uses: Uses) {
  const { document, scene, view, cropping } = uses;
  const doing = useRef<Doing | undefined>(undefined);
  const gestures = useRef(0);
  const [signs, setSigns] = useState<HandSigns>({ guides: [] });
  const pointOf = (event: PointerEvent): Point => {
    const frame = view.ref.current?.getBoundingClientRect();
    const { zoom, xPx, yPx } = view.view;
    return {
      xPx: (event.clientX - (frame?.left ?? 0) - xPx) / zoom,
      yPx: (event.clientY - (frame?.top ?? 0) - yPx) / zoom,
    };
  };
  const begin = (event: PointerEvent, hand: HandKind, ids: readonly string[], clicked?: string) => {
    gestures.current += 1;
    const hold = takeHold(scene, ids, pointOf(event));
    const gesture = `drag-${gestures.current}`;
    doing.current = {
      ...{ kind: 'hand', hold, hand, gesture, isMoved: false },
      ...(clicked === undefined ? {} : { clicked }),
    };
  };

  const press = (event: PointerEvent) => {
    if (event.button === 2) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    if (event.button === 1 || uses.isPanning())
      return void (doing.current = { kind: 'view', xPx: event.clientX, yPx: event.clientY });
    const photo = scene.layers.find((layer) => layer.id === cropping);
    const source = photo?.kind === 'photo' ? uses.sourceOf(photo) : undefined;
    if (photo && source) return begin(event, { kind: 'pan-photo', source }, [photo.id]);
    pressLayer(event);
  };
  const pressLayer = (event: PointerEvent) => {
    const { selected } = document;
    const hit = layerAt(scene, pointOf(event), event.altKey ? selected[0] : undefined);
    if (!hit) {
      const base = event.shiftKey ? selected : [];
      document.select(base);
      doing.current = { kind: 'frame', from: pointOf(event), base };
      return;
    }
    const isHeld = selected.includes(hit.id);
    const next =
      isHeld && !event.shiftKey
        ? selected
        : clickSelection(scene, selected, hit.id, event.shiftKey);
    if (next !== selected) document.select(next);
    begin(event, { kind: 'move' }, next, isHeld && !event.shiftKey ? hit.id : undefined);
  };

  const move = (event: PointerEvent) => {
    const now = doing.current;
    if (!now) return;
    if (now.kind === 'view') {
      view.panBy(event.clientX - now.xPx, event.clientY - now.yPx);
      doing.current = { kind: 'view', xPx: event.clientX, yPx: event.clientY };
    } else if (now.kind === 'frame') drawFrame(now, pointOf(event));
    else moveBy(now, pointOf(event), heldOf(event));
  };
  const drawFrame = ({ from, base }: Doing & { kind: 'frame' }, to: Point) => {
    const frame = boxBetween(from, to);
    setSigns({ guides: [], frame });
    const touched = layersIn(scene, frame).map((layer) => layer.id);
    document.select(withGroups(scene, [...base, ...touched]));
  };
  const moveBy = (now: Doing & { kind: 'hand' }, to: Point, held: Held) => {
    const { zoom } = view.view;
    const far = Math.hypot(to.xPx - now.hold.from.xPx, to.yPx - now.hold.from.yPx) * zoom;
    if (!now.isMoved && far < clickPx) return;
    now.isMoved = true;
    const step = moveHand(now.hold, now.hand, to, held, zoom);
    document.change(() => step.scene, now.gesture);
    setSigns({ guides: step.guides, sign: step.sign });
  };

  const release = () => {
    const now = doing.current;
    doing.current = undefined;
    setSigns({ guides: [] });
    if (now?.kind !== 'hand') return;
    if (!now.isMoved && now.clicked) document.select(withGroups(scene, [now.clicked]));
    document.finish();
  };

  return {
    signs,
    isBusy: () => doing.current !== undefined,
    /** Lets go of what is held and puts it back where it was. */
    giveUp() {
      const now = doing.current;
      if (now?.kind !== 'hand') return false;
      document.change(() => now.hold.scene, now.gesture);
      release();
      return true;
    },
    hold: {
      onPointerDown: press,
      onPointerMove: move,
      onPointerUp: release,
      onPointerCancel: release,
      onDoubleClick: (event: { clientX: number; clientY: number }) => {
        const hit = layerAt(scene, pointOf(event as PointerEvent));
        if (hit) uses.onOpen(hit.id);
      },
    },
    pull(event: PointerEvent, hand: { kind: 'resize'; handle: Handle } | { kind: 'turn' }) {
      if (event.button !== 0) return;
      event.stopPropagation();
      view.ref.current?.setPointerCapture(event.pointerId);
      begin(event, hand, document.selected);
    },
  };
}

export type Hands = ReturnType<typeof useHands>;

function heldOf(event: PointerEvent): Held {
  return { shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey, alt: event.altKey };
}

function boxBetween(a: Point, b: Point): Box {
  const corner = (one: Point) => ({ box: { ...one, widthPx: 0, heightPx: 0 } });
  return boundsOf([corner(a), corner(b)]) ?? { ...a, widthPx: 0, heightPx: 0 };
}
