import './choice.css';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import { useEffect, useRef, type MouseEvent, type ReactNode } from 'react';

/** A check box of 16 in a target of 32. Without visible words give `label` and `bare`. */
export function CheckBox({
  checked,
  indeterminate = false,
  onChange,
  label,
  bare = false,
  disabled = false,
  onClick,
}: {
  checked: boolean;
  indeterminate?: boolean;
  onChange: (checked: boolean) => void;
  label: ReactNode;
  bare?: boolean;
  disabled?: boolean;
  /** To see Shift and Ctrl; comes before `onChange`. */
  onClick?: (event: MouseEvent<HTMLInputElement>) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.indeterminate = indeterminate;
  }, [indeterminate]);
  return (
    <label className={bare ? 'check check-bare' : 'check'}>
      <span className="check-box">
        <input
          ref={input}
          type="checkbox"
          checked={checked}
          disabled={disabled}
          onClick={onClick}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span className="check-mark" aria-hidden="true">
          {indeterminate ? <IconMinus /> : <IconCheck />}
        </span>
      </span>
      <span className={bare ? 'hidden-text' : undefined}>{label}</span>
    </label>
  );
}
