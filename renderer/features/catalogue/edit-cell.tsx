import { IconAlertTriangle } from '@tabler/icons-react';
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

/** What was typed, read: a value to save, or why it cannot be. */
export type CellReading<T> = { ok: true; value: T } | { ok: false; why: string };

/** A figure in a table that is changed where it stands: Enter, F2 or a click opens it, Enter and
 *  leaving save, Esc gives up. */
export function EditCell<T>({
  label,
  text,
  unit,
  cell,
  read,
  onSave,
  children,
}: {
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
}) {
  const [typed, setTyped] = useState<string>();
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const reading = typed === undefined ? undefined : read(typed);
  const end = () => {
    setTyped(undefined);
    requestAnimationFrame(() => button.current?.focus());
  };
  const save = (andFocus: boolean) => {
    if (reading?.ok && typed !== text) onSave(reading.value);
    if (reading?.ok === false && andFocus) return;
    if (andFocus) end();
    else setTyped(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Enter') save(true);
    if (event.key === 'Escape') end();
  };
  if (typed === undefined)
    return (
      <button
        ref={button}
        type="button"
        className="cat-cell"
        data-cell={cell}
        onClick={(event) => {
          event.stopPropagation();
          setTyped(text);
        }}
        onKeyDown={(event) => event.key === 'F2' && setTyped(text)}
      >
        <span className="hidden-text">{label} : </span>
        {children}
      </button>
    );
  const why = reading?.ok === false ? reading.why : undefined;
  return (
    <span className="cat-edit">
      <span className={why ? 'field field-bad' : 'field'}>
        <input
          autoFocus
          value={typed}
          aria-label={label}
          aria-invalid={why ? true : undefined}
          aria-describedby={why ? id : undefined}
          onFocus={(event) => event.currentTarget.select()}
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
