import { useId } from 'react';
import { useFormats } from '../../../link/formats-context.tsx';

/** A value drawn between two ends; it is written beside its name. */
export function SlideField({
  label,
  value,
  min,
  max,
  step,
  unit,
  onChange,
  onEnd,
}: {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  unit: string;
  onChange: (value: number) => void;
  /** The hand has let go: the next change is a step of its own. */
  onEnd: () => void;
}) {
  const id = useId();
  const { number } = useFormats();
  const text = `${number(Math.round(value * 100) / 100)} ${unit}`;
  return (
    <div className="film-slide">
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id} className="num small muted">
        {text}
      </output>
      <input
        id={id}
        type="range"
        className="studio-range"
        {...{ min, max, step, value }}
        aria-valuetext={text}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
        onPointerUp={onEnd}
        onBlur={onEnd}
      />
    </div>
  );
}
