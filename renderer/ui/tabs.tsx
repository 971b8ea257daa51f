import './choice.css';
import type { ReactNode } from 'react';
import { arrowKeyHandler } from './use-arrow-keys.ts';

export type TabOption<T extends string> = {
  value: T;
  label: ReactNode;
  /** A short word in accent beside the label. */
  note?: ReactNode;
};

/** The same thing in other words: underlined tabs of 40. Give `id` and put
 *  `role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`}` on what they change. */
export function Tabs<T extends string>({
  id,
  label,
  value,
  options,
  onChange,
}: {
  id: string;
  label: string;
  value: T;
  options: readonly TabOption<T>[];
  onChange: (value: T) => void;
}) {
  const values = options.map((option) => option.value);
  return (
    <div className="tabs" role="tablist" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="tab"
          id={`${id}-${option.value}`}
          aria-selected={option.value === value}
          aria-controls={`${id}-panel`}
          tabIndex={option.value === value ? 0 : -1}
          onKeyDown={arrowKeyHandler(values, value, onChange)}
          onClick={() => onChange(option.value)}
        >
          {option.label}
          {option.note ? <span className="tab-note">{option.note}</span> : null}
        </button>
      ))}
    </div>
  );
}
