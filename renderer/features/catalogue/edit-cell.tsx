import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

/** What was typed, read: a value to save, or why it cannot be. */
export type CellReading<T> = { ok: true; value: T } | { ok: false; why: string };

type Props<T> = {
  label: string;
  /** What the field begins with. */
  text: string;
  unit?: string;
  /** Name of the column, for moving by arrow keys. */
  cell: string;
  read: (text: string) => CellReading<T>;
  onSave: (value: T) => void;
  /** What stands there while nobody edits. */
  children: ReactNode;
};

/** A figure in a table that is changed where it stands: Enter, F2 or a click opens it, Enter and
 *  leaving save, Esc gives up. */
export function EditCell<T>(props: Props<T>) {
  const { label, cell, children } = props;
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  if (isOpen)
    return (
      <OpenCell
        {...props}
        onEnd={(andFocus) => {
          setOpen(false);
          if (andFocus) requestAnimationFrame(() => button.current?.focus());
        }}
      />
    );
  return (
    <button
      ref={button}
      type="button"
      className="cat-cell"
      data-cell={cell}
      onClick={(event) => {
        event.stopPropagation();
        setOpen(true);
      }}
      onKeyDown={(event) => event.key === 'F2' && setOpen(true)}
    >
      <span className="hidden-text">{label} : </span>
      {children}
    </button>
  );
}

function OpenCell<T>({
  label,
  text,
  unit,
  read,
  onSave,
  onEnd,
}: Props<T> & { onEnd: (andFocus: boolean) => void }) {
  const [typed, setTyped] = useState(text);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const reading = read(typed);
  const why = reading.ok ? undefined : reading.why;
  const save = (andFocus: boolean) => {
    if (reading.ok && typed !== text) onSave(reading.value);
    // By Enter what cannot be read stays open; by leaving it is given up.
    if (reading.ok || !andFocus) onEnd(andFocus);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Enter') save(true);
    if (event.key === 'Escape') onEnd(true);
  };
  return (
    <span className="cat-edit">
      <span className={why ? 'field field-bad' : 'field'}>
        <input
          ref={input}
          value={typed}
          aria-label={label}
          aria-invalid={why ? true : undefined}
          aria-describedby={why ? id : undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onClick={(event) => event.stopPropagation()}
          onBlur={() => save(false)}
        />
        {unit ? <span className="field-unit">{unit}</span> : null}
      </span>
      {why ? (
        <span id={id} className="cat-why" role="alert">
          <IconAlertTriangle aria-hidden />
          {why}
        </span>
      ) : null}
    </span>
  );
}
