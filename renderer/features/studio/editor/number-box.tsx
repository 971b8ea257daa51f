import { useEffect, useState } from 'react';

/** A number with its sign before it: arrows step, Enter and leaving take what was typed. */
export function NumberBox({
  label,
  sign,
  unit,
  value,
  min = -20_000,
  max = 20_000,
  disabled = false,
  onChange,
}: {
  label: string;
  sign?: string;
  unit?: string;
  value: number;
  min?: number;
  max?: number;
  disabled?: boolean;
  onChange: (value: number) => void;
}) {
  const shown = String(Math.round(value * 10) / 10);
  const [text, setText] = useState(shown);
  useEffect(() => setText(shown), [shown]);
  const take = (wished: number) => {
    if (!Number.isFinite(wished)) return setText(shown);
    onChange(Math.min(Math.max(wished, min), max));
  };
  return (
    <label className="field editor-number">
      {sign ? <span className="muted">{sign}</span> : null}
      <input
        aria-label={label}
        inputMode="decimal"
        className="num"
        value={text}
        disabled={disabled}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={() => (text === shown ? undefined : take(read(text)))}
        onKeyDown={(event) => {
          const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
          if (event.key === 'Enter') take(read(text));
          else if (event.key === 'Escape') setText(shown);
          else if (by !== undefined) {
            event.preventDefault();
            take(read(text) + by * (event.shiftKey ? 10 : 1));
          }
        }}
      />
      {unit ? <span className="muted">{unit}</span> : null}
    </label>
  );
}

function read(text: string): number {
  return Number(text.replace(',', '.').trim() || Number.NaN);
}
