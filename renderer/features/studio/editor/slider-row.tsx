import { useId } from 'react';

/** A slider with its name before and its value behind it. */
export function SliderRow({
  label,
  value,
  min,
  max,
  step = 1,
  text,
  onChange,
  onEnd,
}: {
  label: string;
  value: number;
  min: number;
  max: number;
  step?: number;
  text: string;
  onChange: (value: number) => void;
  onEnd: () => void;
}) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <span className="editor-slider">
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
        <output htmlFor={id} className="num small">
          {text}
        </output>
      </span>
    </>
  );
}
