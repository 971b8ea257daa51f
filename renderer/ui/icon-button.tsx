import './button.css';
import { Tooltip } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { ButtonProps } from './button.tsx';

/** A 32 px square with an icon; its word is read aloud and shown on hover, until it is pressed: what a press
 *  opens would stand under the word. */
export function IconButton({
  label,
  icon,
  kind = 'quiet',
  busy = false,
  className = '',
  ...rest
}: Omit<ButtonProps, 'icon' | 'children'> & { label: string; icon: ReactNode }) {
  const [isPressed, setPressed] = useState(false);
  const isOpen = rest['aria-expanded'] === true || rest['aria-expanded'] === 'true';
  return (
    <Tooltip
      label={label}
      disabled={isPressed || isOpen}
      openDelay={400}
      withArrow={false}
      events={{ hover: true, focus: false, touch: false }}
    >
      <button
        type="button"
        className={`btn btn-${kind} btn-icon ${className}`}
        aria-label={label}
        aria-busy={busy || undefined}
        onPointerEnter={() => setPressed(false)}
        onPointerDown={() => setPressed(true)}
        {...rest}
      >
        {busy ? <span className="spin" aria-hidden="true" /> : icon}
      </button>
    </Tooltip>
  );
}
