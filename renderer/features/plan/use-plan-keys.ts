import { useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import type { PostTile } from '../../../shared/contract/posts.ts';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { focusedPost } from './focused-post.ts';
import type { Shift } from './shift-wall.ts';
import { nextStanding } from './spot-focus.ts';
import type { PlanView } from './plan-view.ts';

type Frame = RefObject<HTMLDivElement | null>;

/** What Alt with an arrow does to a post: a day, a week, or over hours a quarter. */
export function shiftOfKey(view: PlanView, key: string): Shift | undefined {
  const side = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (side !== undefined) return { days: side, minutes: 0 };
  const up = { ArrowUp: -1, ArrowDown: 1 }[key];
  if (up === undefined) return undefined;
  return view === 'month' ? { days: up * 7, minutes: 0 } : { days: 0, minutes: up * 15 };
}

/** Arrows lead from post to post and day to day; with Alt they take the post along. */
export function usePlanArrows({
  frame,
  view,
  isLifted,
  onShift,
}: {
  frame: Frame;
  view: PlanView;
  /** A lifted post is carried by the same keys: then they are not ours. */
  isLifted: () => boolean;
  onShift: (postId: string, shift: Shift) => void;
}): (event: KeyboardEvent) => void {
  return (event) => {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (!key.startsWith('Arrow') || isLifted() || ctrlKey || metaKey || shiftKey) return;
    const { activeElement } = document;
    const postId = focusedPost();
    if (altKey) {
      const shift = shiftOfKey(view, key);
      if (postId === undefined || !shift) return;
      event.preventDefault();
      onShift(postId, shift);
      return;
    }
    const next =
      view === 'list'
        ? nextRow(frame.current, postId, key)
        : nextSpot(frame.current, activeElement, key);
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
}

function nextRow(
  frame: HTMLElement | null,
  postId: string | undefined,
  key: string,
): HTMLElement | undefined {
  const rows = [...(frame?.querySelectorAll<HTMLElement>('[data-post]') ?? [])];
  const index = rows.findIndex((row) => row.dataset['post'] === postId);
  const step = { ArrowUp: -1, ArrowDown: 1 }[key];
  return step === undefined || index < 0 ? undefined : rows[index + step];
}

function nextSpot(
  frame: HTMLElement | null,
  from: Element | null,
  key: string,
): HTMLElement | undefined {
  const tile = from?.closest<HTMLElement>('[data-of]');
  const spot = tile?.dataset['of'] ?? from?.closest<HTMLElement>('[data-spot]')?.dataset['spot'];
  if (!frame || spot === undefined) return undefined;
  const at = (name: string, value: string) => [
    ...frame.querySelectorAll<HTMLElement>(`[data-${name}="${CSS.escape(value)}"]`),
  ];
  const postsAt = (where: string) =>
    at('spot', where).length === 0
      ? undefined
      : at('of', where).map((element) => element.dataset['post'] ?? '');
  const next = nextStanding({ spot, postId: tile?.dataset['post'] }, key, postsAt);
  if (!next) return undefined;
  return next.postId === undefined ? at('spot', next.spot)[0] : at('post', next.postId)[0];
}

/** Where a new post would begin: on the day or hour that has the focus. */
export function focusedSlot(): string | undefined {
  const from = document.activeElement;
  const spot = from?.closest<HTMLElement>('[data-of]')?.dataset['of'];
  const place =
    spot === undefined
      ? from?.closest<HTMLElement>('[data-spot]')
      : document.querySelector<HTMLElement>(`[data-spot="${CSS.escape(spot)}"]`);
  return place?.dataset['new'];
}

/** A post that moves is drawn anew somewhere else: the focus goes with it, or stays where it was. */
export function useFocusFollows(frame: Frame): {
  onFocus: () => void;
  onBlur: (event: { target: EventTarget }) => void;
} {
  const last = useRef<{ postId: string | undefined; spot: string | undefined }>(undefined);
  useLayoutEffect(() => {
    const before = last.current;
    if (!before || document.activeElement !== document.body) return;
    const find = (name: string, value: string | undefined) =>
      value === undefined
        ? null
        : frame.current?.querySelector<HTMLElement>(`[data-${name}="${CSS.escape(value)}"]`);
    const element = find('post', before.postId) ?? find('spot', before.spot);
    element?.focus({ preventScroll: true });
  });
  return {
    onFocus: () => {
      const from = document.activeElement?.closest<HTMLElement>('[data-post], [data-spot]');
      last.current = from
        ? { postId: from.dataset['post'], spot: from.dataset['of'] ?? from.dataset['spot'] }
        : undefined;
    },
    onBlur: ({ target }) => {
      // What was taken from the page was not left by the person.
      queueMicrotask(() => {
        if (
          target instanceof Node &&
          target.isConnected &&
          document.activeElement === document.body
        )
          last.current = undefined;
      });
    },
  };
}

/** The other keys of the plan. */
export function usePlanShortcuts(does: {
  on: boolean;
  focused: () => PostTile | undefined;
  onUnplan: (tile: PostTile | undefined) => void;
  onNew: (wall: string | undefined) => void;
  onPick: (postId: string) => void;
  onPickAll: () => void;
  onPickNone: () => void;
  onUndo: () => void;
  onRedo: () => void;
  onZoom: (step: 1 | -1) => void;
}): void {
  const { on, focused, onUnplan } = does;
  useShortcut('Delete', () => onUnplan(focused()));
  useShortcut('Backspace', () => onUnplan(focused()));
  useShortcut('n', () => does.onNew(focusedSlot()), on);
  useShortcut('mod+z', does.onUndo, on);
  useShortcut('mod+shift+z', does.onRedo, on);
  useShortcut('mod+y', does.onRedo, on);
  useShortcut('mod+a', does.onPickAll, on);
  useShortcut('Escape', does.onPickNone, on);
  useShortcut('-', () => does.onZoom(-1), on);
  useShortcut('=', () => does.onZoom(1), on);
  usePlus(() => does.onZoom(1), on);
  useShortcut('x', () => {
    const tile = focused();
    if (tile) does.onPick(tile.id);
  });
}

/** `+` is written with Shift on some keyboards, without on others. */
function usePlus(run: () => void, on: boolean): void {
  const latest = useRef(run);
  latest.current = run;
  useLayoutEffect(() => {
    if (!on) return;
    const listen = (event: globalThis.KeyboardEvent) => {
      const isWriting =
        event.target instanceof Element && event.target.matches('input, textarea, select');
      if (event.key !== '+' || event.ctrlKey || event.metaKey || event.altKey || isWriting) return;
      latest.current();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [on]);
}
