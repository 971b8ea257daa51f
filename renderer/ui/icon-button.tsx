import './button.css';
import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ButtonProps } from './button.tsx';

/** A 32 px square with an icon; its word is read aloud and shown on hover. */
export function IconButton({
  label,
  icon,
  kind = 'quiet',
  busy = false,
  className = '',
  ...rest
}: Omit<ButtonProps, 'icon' | 'children'> & { label: string; icon: ReactNode }) {
  return (
    <Tooltip
      label={label}
      openDelay={400}
      withArrow={false}
      events={{ hover: true, focus: false, touch: false }}
    >
      <button
        type="button"
        className={`btn btn-${kind} btn-icon ${className}`}
        aria-label={label}
        aria-busy={busy || undefined}
        {...rest}
      >
        {busy ? <span className="spin" aria-hidden="true" /> : icon}
      </button>
    </Tooltip>
  );
}
