import './editor.css';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../link/link-provider.tsx';
import { useProblem } from '../../../link/use-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { ProblemBlock } from '../../../ui/problem-block.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { useDelayed } from '../../../ui/use-delayed.ts';
import { Editor } from './editor.tsx';

/** One picture, open to be changed. */
export function EditorPage() {
  const { t } = useTranslation('editor');
  const { id = '' } = useParams({ strict: false });
  const api = useApi();
  const navigate = useNavigate();
  const problem = useProblem();
  const found = useQuery(api.creations.get.queryOptions({ input: { id } }));
  const isLate = useDelayed(found.isPending);
  if (found.data) return <Editor key={id} creation={found.data} />;
  return (
    <div className="editor-alone">
      {found.error ? (
        <ProblemBlock
          problem={problem(found.error)}
          actions={
            <Button onClick={() => void navigate({ to: '/studio/editor' })}>{t('list.all')}</Button>
          }
        />
      ) : isLate ? (
        <SkeletonRows count={6} />
      ) : null}
    </div>
  );
}
