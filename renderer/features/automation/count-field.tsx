import { useEffect, useState } from 'react';
import { TextField } from '../../ui/text-field.tsx';

/** A whole number within bounds; taken when the field is left or Enter is pressed. */
export function CountField({
  label,
  value,
  least = 1,
  most,
  unit,
  hint,
  onChange,
}: {
  label: string;
  value: number;
  least?: number;
  most: number;
  unit?: string;
  hint?: string;
  onChange: (value: number) => void;
}) {
  const [text, setText] = useState(String(value));
  useEffect(() => setText(String(value)), [value]);
  const settle = () => {
    const read = /^\d{1,6}$/.test(text.trim()) ? Number(text) : value;
    const next = Math.min(Math.max(read, least), most);
    setText(String(next));
    if (next !== value) onChange(next);
  };
  return (
    <TextField
      label={label}
      unit={unit}
      hint={hint}
      inputMode="numeric"
      className="num"
      maxLength={6}
      value={text}
      onChange={setText}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle();
      }}
    />
  );
}
