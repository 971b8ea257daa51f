import type { ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { ProblemBlock } from '../ui/problem-block.tsx';

/** A screen that threw: the rest of the window stays, and it can be opened again. */
export function CrashBlock({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('shell');
  const problem = {
    title: t('crash.title'),
    what: t('crash.what'),
    todo: t('crash.todo'),
    code: error instanceof Error ? error.message : String(error),
  };
  return (
    <div className="shell-alone">
      <ProblemBlock
        problem={problem}
        actions={<Button onClick={reset}>{t('crash.again')}</Button>}
      />
    </div>
  );
}
