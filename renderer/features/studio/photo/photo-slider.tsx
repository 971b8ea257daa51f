import { useId, useState, type KeyboardEvent } from 'react';
import { useFormats } from '../../../link/formats-context.tsx';
import {
  readSlider,
  sliderBounds,
  type PhotoSlider,
} from '../../../../shared/scene/photo-work/photo-work.ts';

/** A setting as a slider and as a number. Twice on its name takes it back. */
export function PhotoSliderRow({
  slider,
  label,
  value,
  onChange,
  onDone,
}: {
  slider: PhotoSlider;
  label: string;
  value: number;
  /** While it moves. */
  onChange: (value: number) => void;
  /** Once it rests. */
  onDone: () => void;
}) {
  const id = useId();
  const { min, max, step } = sliderBounds[slider];
  const reset = () => {
    onChange(0);
    onDone();
  };
  return (
    <div className="photo-slider" onDoubleClick={reset}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        {...{ min, max, step, value }}
        onChange={(event) => onChange(readSlider(slider, event.currentTarget.valueAsNumber))}
        onPointerUp={onDone}
        onKeyUp={onDone}
        onBlur={onDone}
      />
      <NumberEntry
        slider={slider}
        label={label}
        value={value}
        onChange={onChange}
        onDone={onDone}
      />
    </div>
  );
}

function NumberEntry({
  slider,
  label,
  value,
  onChange,
  onDone,
}: Parameters<typeof PhotoSliderRow>[0]) {
  const { number } = useFormats();
  const [typed, setTyped] = useState<string>();
  const take = () => {
    const number = Number((typed ?? '').replace(',', '.').replace('−', '-'));
    if (typed !== undefined && typed.trim() !== '' && Number.isFinite(number))
      onChange(readSlider(slider, number));
    setTyped(undefined);
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') take();
    const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    setTyped(undefined);
    onChange(readSlider(slider, value + by * sliderBounds[slider].step));
  };
  return (
    <input
      className="photo-number num"
      type="text"
      inputMode="decimal"
      aria-label={label}
      value={typed ?? number(value)}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={onKeyDown}
    />
  );
}
