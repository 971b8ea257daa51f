import { useEffect, useState } from 'react';
import { useFormats } from '../../../link/formats-context.tsx';
import { readSeconds } from './read-seconds.ts';

/** A length in seconds as people write it: arrows step by tenths, Enter and leaving take what was typed. */
export function SecondsField({
  label,
  valueMs,
  onChange,
}: {
  label: string;
  valueMs: number;
  onChange: (valueMs: number) => void;
}) {
  const { locale } = useFormats();
  const shown = (valueMs / 1000).toLocaleString(locale, { maximumFractionDigits: 1 });
  const [text, setText] = useState(shown);
  useEffect(() => setText(shown), [shown, valueMs]);
  const take = () => {
    const wishedMs = readSeconds(text);
    setText(shown);
    if (wishedMs !== undefined && text !== shown) onChange(wishedMs);
  };
  return (
    <label className="field film-seconds">
      <input
        aria-label={label}
        inputMode="decimal"
        className="num"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => {
          const byMs = { ArrowUp: 100, ArrowDown: -100 }[event.key];
          if (event.key === 'Enter') take();
          else if (event.key === 'Escape') setText(shown);
          else if (byMs !== undefined) {
            event.preventDefault();
            onChange(Math.max(0, valueMs + byMs * (event.shiftKey ? 10 : 1)));
          }
        }}
      />
      <span className="muted">s</span>
    </label>
  );
}
