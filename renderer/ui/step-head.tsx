import './step-head.css';
import type { ReactNode } from 'react';

/** The number of a step in Fraunces, its word, and what belongs at its right. */
export function StepHead({
  id,
  number,
  title,
  children,
}: {
  id: string;
  number: number;
  title: string;
  children?: ReactNode;
}) {
  return (
    <header className="step-head">
      <span className="serif step-number" aria-hidden="true">
        {number}
      </span>
      <h2 id={id}>{title}</h2>
      <span className="grow" />
      {children}
    </header>
  );
}
