import './setup-step.css';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export type StepState = 'todo' | 'ok' | 'failed';

/** One step of a list that is worked through: its number until the check has looked at it. */
export function SetupStep({
  title,
  text,
  state = 'todo',
  said,
  children,
}: {
  title: ReactNode;
  text?: ReactNode;
  state?: StepState;
  /** What the check found, for a step that is not in order. */
  said?: ReactNode;
  children?: ReactNode;
}) {
  const { t } = useTranslation('connect');
  return (
    <li className={`setup-step setup-${state}`}>
      <span className="setup-mark">
        {state === 'ok' ? <IconCheck aria-hidden /> : null}
        {state === 'failed' ? <IconAlertTriangle aria-hidden /> : null}
      </span>
      <div className="setup-body">
        <h3>
          {title}
          {state === 'todo' ? null : <span className="hidden-text">, {t(`step.${state}`)}</span>}
        </h3>
        {text ? <p className="muted">{text}</p> : null}
        {children}
        {said ? <p className={`setup-said setup-said-${state}`}>{said}</p> : null}
      </div>
    </li>
  );
}
