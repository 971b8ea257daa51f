import './chip.css';
import type { ReactNode } from 'react';

export type Tone = 'leaf' | 'sun' | 'berry' | 'sky' | 'accent' | 'neutral';

type ChipProps = {
  tone?: Tone;
  icon?: ReactNode;
  children: ReactNode;
  /** Makes the chip a button. */
  onClick?: () => void;
  /** For a chip that filters: pressed or not. */
  pressed?: boolean;
};

/** A state or a choice on its soft ground, 24 high: word and icon, never colour alone. */
export function Chip({ tone = 'neutral', icon, children, onClick, pressed }: ChipProps) {
  const className = `chip chip-${tone}`;
  if (!onClick)
    return (
      <span className={className}>
        {icon}
        {children}
      </span>
    );
  return (
    <button type="button" className={className} aria-pressed={pressed} onClick={onClick}>
      {icon}
      {children}
    </button>
  );
}
