import './way-choice.css';
import { useId, type ReactNode } from 'react';

export type Way<T extends string> = {
  value: T;
  title: ReactNode;
  text: ReactNode;
  /** A word beside the title, as for the one in use. */
  note?: ReactNode;
};

/** One of a few ways to go, each with a sentence about whom it is for. */
export function WayChoice<T extends string>({
  label,
  ways,
  value,
  onChange,
}: {
  label: string;
  ways: readonly Way<T>[];
  value: T;
  onChange: (value: T) => void;
}) {
  const group = useId();
  return (
    <fieldset className="ways">
      <legend className="hidden-text">{label}</legend>
      {ways.map((way) => (
        <label key={way.value} className="way">
          <input
            type="radio"
            name={group}
            value={way.value}
            checked={way.value === value}
            data-autofocus={way.value === value ? true : undefined}
            aria-labelledby={`${group}-${way.value}`}
            aria-describedby={`${group}-${way.value}-for`}
            onChange={() => onChange(way.value)}
          />
          <span className="way-title" id={`${group}-${way.value}`}>
            {way.title}
            {way.note ? <span className="way-note">{way.note}</span> : null}
          </span>
          <span className="way-text" id={`${group}-${way.value}-for`}>
            {way.text}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
