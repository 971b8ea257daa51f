import './blocks.css';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What happened, what was kept, what to do; what a helper needs stays folded. */
export function ProblemBlock({
  problem,
  actions,
}: {
  problem: { title: string; what: string; todo: string; code?: string | undefined };
  actions?: ReactNode;
}) {
  const { t } = useTranslation('ui');
  return (
    <section className="problem" role="alert">
      <p className="problem-title">
        <IconAlertTriangle aria-hidden />
        <span>{problem.title}</span>
      </p>
      <p>
        {problem.what} {problem.todo}
      </p>
      {actions ? <div className="problem-actions">{actions}</div> : null}
      {problem.code ? (
        <details>
          <summary>{t('problem.details')}</summary>
          <code>{problem.code}</code>
        </details>
      ) : null}
    </section>
  );
}
