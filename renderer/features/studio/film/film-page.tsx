import '../editor/editor.css';
import '../studio.css';
import './film.css';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../link/link-provider.tsx';
import { useProblem } from '../../../link/use-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { ProblemBlock } from '../../../ui/problem-block.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { useDelayed } from '../../../ui/use-delayed.ts';
import { FilmEditor } from './film-editor.tsx';

/** One video, open to be changed. */
export function FilmPage() {
  const { t } = useTranslation('film');
  const { id = '' } = useParams({ strict: false });
  const api = useApi();
  const navigate = useNavigate();
  const problem = useProblem();
  const found = useQuery(api.films.get.queryOptions({ input: { id } }));
  const isLate = useDelayed(found.isPending);
  if (found.data) return <FilmEditor key={id} project={found.data} />;
  return (
    <div className="film-alone">
      {found.error ? (
        <ProblemBlock
          problem={problem(found.error)}
          actions={
            <Button onClick={() => void navigate({ to: '/studio/film' })}>{t('list.all')}</Button>
          }
        />
      ) : isLate ? (
        <SkeletonRows count={6} />
      ) : null}
    </div>
  );
}
