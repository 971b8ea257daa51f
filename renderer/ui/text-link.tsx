import './button.css';
import type { ComponentProps } from 'react';

/** An underlined link; `https:` addresses open outside, without handing over a window. */
export function TextLink({ className = '', href, children, ...rest }: ComponentProps<'a'>) {
  const outside = href !== undefined && /^https?:/.test(href);
  return (
    <a
      className={`text-btn ${className}`}
      href={href}
      {...(outside ? { target: '_blank', rel: 'noopener noreferrer' } : {})}
      {...rest}
    >
      {children}
    </a>
  );
}
