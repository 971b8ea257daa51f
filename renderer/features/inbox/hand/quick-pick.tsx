import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { Dialog } from '../../../ui/dialog.tsx';
import { KeyCap } from '../../../ui/key-cap.tsx';
import { nextIndex } from '../../../ui/use-arrow-keys.ts';
import { useStable } from '../../../ui/use-stable.ts';

export type QuickChoice = { key: string; label: string; right?: ReactNode; run: () => void };

/** A few choices in front of everything, for hands on the keyboard: a figure takes one, arrows and Enter too. */
export function QuickPick({
  title,
  choices,
  empty,
  onClose,
}: {
  title: string;
  choices: readonly QuickChoice[];
  /** Said where there is nothing to choose. */
  empty?: string;
  onClose: () => void;
}) {
  const list = useRef<HTMLUListElement>(null);
  const take = (choice: QuickChoice | undefined) => {
    if (!choice) return;
    onClose();
    choice.run();
  };
  // The figure may come before the dialog has the focus.
  const takeFigure = useStable((event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (/^[1-9]$/.test(key) && !ctrlKey && !metaKey && !altKey) take(choices[Number(key) - 1]);
  });
  useLayoutEffect(() => {
    window.addEventListener('keydown', takeFigure);
    return () => window.removeEventListener('keydown', takeFigure);
  }, [takeFigure]);
  return (
    <Dialog opened onClose={onClose} title={title} widthPx={400}>
      {choices.length === 0 ? <p className="muted">{empty}</p> : null}
      <ul
        ref={list}
        className="pick-list"
        onKeyDown={(event) => {
          const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
          const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
          const next = nextIndex(event.key, at, buttons.length);
          if (next === undefined) return;
          event.preventDefault();
          buttons[next]?.focus();
        }}
      >
        {choices.map((choice, index) => (
          <li key={choice.key}>
            <button
              type="button"
              className="pick-line"
              autoFocus={index === 0}
              data-autofocus={index === 0 || undefined}
              onClick={() => take(choice)}
            >
              <span className="cut grow">{choice.label}</span>
              {choice.right}
              {index < 9 ? <KeyCap>{String(index + 1)}</KeyCap> : null}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
