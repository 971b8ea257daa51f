import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageCommands } from '../../../link/page-commands.tsx';
import { isWriting, matchesKeys } from '../../../ui/use-shortcut.ts';
import { inboxKeys, keyWords, type KeyName, type KeyWords } from './inbox-keys.ts';

export type InboxCommands = { [K in KeyName]?: (() => void) | undefined };

/** Listens for the keys of these commands and offers them in the palette. While somebody writes, or a
 *  dialog or a menu is in front, the keys belong to that. */
export function useCommands(commands: InboxCommands): void {
  const { t } = useTranslation('inbox-hand');
  const words = useKeyWords();
  const entries = Object.entries(commands).flatMap(([name, run]) =>
    run === undefined ? [] : [{ name: name as KeyName, run }],
  );
  usePageCommands(
    entries.map(({ name, run }) => ({
      id: `inbox-${name}`,
      label: t(`keys.${name}`),
      keys: keyWords(inboxKeys[name], words),
      run,
    })),
  );
  const latest = useRef(entries);
  latest.current = entries;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isElsewhere(event.target)) return;
      const command = latest.current.find(({ name }) => matchesKeys(inboxKeys[name], event));
      if (!command) return;
      event.preventDefault();
      command.run();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

function isElsewhere(target: EventTarget | null): boolean {
  if (isWriting(target)) return true;
  // A dialog takes the focus a moment after it stands, and may lose it with a button that goes.
  const inFront = document.querySelectorAll('[role="dialog"], [role="menu"]');
  return [...inFront].some((element) => element.checkVisibility());
}

/** How keys are called in the window's language. */
export function useKeyWords(): KeyWords {
  const { t } = useTranslation('inbox-hand');
  const isMac = navigator.platform.startsWith('Mac');
  return {
    mod: isMac ? '⌘' : 'Ctrl',
    shift: t('keyWords.shift'),
    enter: t('keyWords.enter'),
    tab: 'Tab',
    escape: t('keyWords.escape'),
  };
}
