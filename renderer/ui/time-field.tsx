import { useEffect, useState } from 'react';
import { readTime } from './read-time.ts';
import { TextField } from './text-field.tsx';

/** A time of day, written as people do and shown as `18:30` whatever the browser's own language. */
export function TimeField({
  value,
  onChange,
  ...field
}: {
  label: string;
  labelHidden?: boolean;
  hint?: string;
  /** `HH:mm`. */
  value: string;
  onChange: (time: string) => void;
}) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const settle = () => {
    const time = readTime(text);
    if (time && time !== value) onChange(time);
    setText(time ?? value);
  };
  return (
    <TextField
      {...field}
      inputMode="numeric"
      className="num"
      maxLength={8}
      value={text}
      onChange={(next) => {
        setText(next);
        // A whole time takes effect at once, half a one when the field is left.
        if (/^\d\d:\d\d$/.test(next) && readTime(next)) onChange(next);
      }}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle();
      }}
    />
  );
}
