import './row.css';
import type { ReactNode } from 'react';

/** One line of a list: 44 high, 60 with a picture. With `onClick` it is a button. */
export function Row({
  children,
  onClick,
  selected = false,
  tall = false,
}: {
  children: ReactNode;
  onClick?: () => void;
  selected?: boolean;
  tall?: boolean;
}) {
  const className = tall ? 'row row-tall' : 'row';
  if (!onClick) return <div className={className}>{children}</div>;
  return (
    <button
      type="button"
      className={className}
      aria-current={selected || undefined}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
