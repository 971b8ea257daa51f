import { useLayoutEffect, useMemo } from 'react';

/** Gives the focus back to whatever opened this, when it is taken away as a whole: without it the keyboard would
 *  begin again at the top of the page. A line of a menu is gone by then; its button stands for it. */
export function useFocusBack(opened: boolean): void {
  // Read before anything changes on the page: the menu closes in the same step.
  const starter = useMemo(() => (opened ? starterOf(document.activeElement) : undefined), [opened]);
  useLayoutEffect(
    () => () =>
      queueMicrotask(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost && starter?.isConnected) starter.focus({ preventScroll: true });
      }),
    [starter],
  );
}

function starterOf(element: Element | null): HTMLElement | undefined {
  const menu = element?.closest('[role=menu]');
  const button = menu && document.getElementById(menu.getAttribute('aria-labelledby') ?? '');
  const starter = button ?? element;
  return starter instanceof HTMLElement ? starter : undefined;
}
