import './button.css';
import type { ComponentProps } from 'react';

/** An underlined word inside a line that acts or opens something. */
export function TextButton({ className = '', ...rest }: ComponentProps<'button'>) {
  return <button type="button" className={`text-btn ${className}`} {...rest} />;
}
