import './page-head.css';
import type { ReactNode } from 'react';

/** The title of a screen in Fraunces, what belongs beside it, and the controls at the right. */
export function PageHead({
  title,
  beside,
  children,
}: {
  title: ReactNode;
  beside?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className="page-head">
      <h1>{title}</h1>
      {beside}
      <span className="grow" />
      {children}
    </header>
  );
}
