import { useEffect, useRef } from 'react';

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Keyboards differ in whether a sign such as `/` or `?` needs Shift; with a letter Shift means another key. */
const isSign = (key: string) => /^[^\p{L}\p{N}\s]$/u.test(key);

/** True when `press` is `keys`: `mod+k`, `shift+n`, `Delete`, `?`; `mod` is Ctrl, on a Mac ⌘. */
export function matchesKeys(keys: string, press: KeyPress): boolean {
  const parts = keys.toLowerCase().split('+');
  const key = parts.at(-1) ?? '';
  const mod = press.ctrlKey || press.metaKey;
  return (
    press.key.toLowerCase() === key &&
    mod === parts.includes('mod') &&
    (isSign(key) || press.shiftKey === parts.includes('shift')) &&
    press.altKey === parts.includes('alt')
  );
}

/** Whether keys typed there are words of a text. */
export function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}

/** Runs `run` on `keys` anywhere in the window; keys without `mod` rest while somebody writes. */
export function useShortcut(keys: string, run: () => void, on = true): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    if (!on) return;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !matchesKeys(keys, event)) return;
      if (!keys.includes('mod') && isWriting(event.target)) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [keys, on]);
}
