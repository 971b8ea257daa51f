import './chip.css';
import type { ReactNode } from 'react';
import type { Tone } from './chip.tsx';

/** A state in word and icon without a ground, for dense lists. */
export function StateSign({
  tone = 'neutral',
  icon,
  children,
}: {
  tone?: Tone | 'muted';
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <span className={`sign sign-${tone}`}>
      {icon}
      {children}
    </span>
  );
}
