import './button.css';
import type { ComponentProps, ReactNode } from 'react';

export type ButtonProps = Omit<ComponentProps<'button'>, 'title'> & {
  kind?: 'plain' | 'primary' | 'quiet' | 'danger';
  /** `lg` (40 px) is for the one main action of a sheet or page. */
  size?: 'md' | 'lg';
  icon?: ReactNode;
  /** Shows a wheel in place of the icon and takes no second press. */
  busy?: boolean;
};

/** A button of 32 or 40 px. One `primary` on a screen; the word is a verb. */
export function Button({
  kind = 'plain',
  size = 'md',
  icon,
  busy = false,
  className = '',
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      className={`btn btn-${kind} btn-${size} ${className}`}
      aria-busy={busy || undefined}
      onClick={busy ? undefined : onClick}
      {...rest}
    >
      {busy ? <span className="spin" aria-hidden="true" /> : icon}
      {children}
    </button>
  );
}
