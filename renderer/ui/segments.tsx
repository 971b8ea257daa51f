import './choice.css';
import type { ReactNode } from 'react';
import { arrowKeyHandler } from './use-arrow-keys.ts';

export type SegmentOption<T extends string> = {
  value: T;
  label: ReactNode;
  icon?: ReactNode;
  /** Read aloud when `label` is only a picture. */
  name?: string;
};

/** Picks one view or one of few values: a tray of 32 with parts of 28. */
export function Segments<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: T;
  options: readonly SegmentOption<T>[];
  onChange: (value: T) => void;
}) {
  const values = options.map((option) => option.value);
  // Where none of them holds, the first is where the keyboard comes in.
  const stop = values.includes(value) ? value : values[0];
  return (
    <div className="seg" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          aria-label={option.name}
          tabIndex={option.value === stop ? 0 : -1}
          onKeyDown={arrowKeyHandler(values, value, onChange)}
          onClick={() => onChange(option.value)}
        >
          {option.icon}
          {option.label}
        </button>
      ))}
    </div>
  );
}
