import './film-batch.css';
import { IconArrowLeft, IconCalendarTime, IconChevronDown } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { FilmSummary } from '../../../../shared/contract/films.ts';
import { useProblem } from '../../../link/use-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { PageHead } from '../../../ui/page-head.tsx';
import { ProblemBlock } from '../../../ui/problem-block.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { useDelayed } from '../../../ui/use-delayed.ts';
import { useTimeLeft } from '../use-time-left.ts';
import { FilmRow } from './film-row.tsx';
import { filmsFrac, filmsSecondsLeft, sortFilms } from './film-states.ts';
import { useFilmBatch, useFilmsDeeds, type FilmsDeeds } from './use-films.ts';

/** Films begun together, one for each product: how far each is, and what can be done with all of them. */
export function FilmBatch({ batchId }: { batchId: string }) {
  const { t } = useTranslation('film-batch');
  const navigate = useNavigate();
  const problem = useProblem();
  const { items, error, isPending } = useFilmBatch(batchId);
  const deeds = useFilmsDeeds();
  const isLate = useDelayed(isPending);
  return (
    <div className="studio film-batch">
      <PageHead
        title={t('title')}
        beside={
          <Button
            icon={<IconArrowLeft aria-hidden />}
            onClick={() => void navigate({ to: '/studio/film', search: {} })}
          >
            {t('back')}
          </Button>
        }
      >
        <IntoPosts items={items} deeds={deeds} />
      </PageHead>
      {error ? <ProblemBlock problem={problem(error)} /> : null}
      {isLate ? <SkeletonRows count={6} /> : null}
      {!isPending && !error && items.length === 0 ? (
        <EmptyState title={t('goneTitle')} text={t('goneText')} />
      ) : null}
      {items.length > 0 ? <BatchLine items={items} deeds={deeds} /> : null}
      <ul className="studio-scroll film-rows" aria-label={t('list')}>
        {items.map((item) => (
          <FilmRow key={item.id} item={item} deeds={deeds} />
        ))}
      </ul>
    </div>
  );
}

function IntoPosts({ items, deeds }: { items: readonly FilmSummary[]; deeds: FilmsDeeds }) {
  const { t } = useTranslation('film-batch');
  const { made } = sortFilms(items);
  const isBare = made.length === 0;
  return (
    <div className="film-deed">
      <Button
        kind="primary"
        disabled={isBare}
        busy={deeds.isBusy}
        onClick={() => void deeds.prepare(made, 'plan')}
      >
        {t('prepare', { count: made.length || items.length })}
      </Button>
      <Menu
        target={
          <IconButton
            kind="primary"
            label={t('prepareMore')}
            icon={<IconChevronDown />}
            disabled={isBare || deeds.isBusy}
          />
        }
        items={[
          {
            label: t('place'),
            icon: <IconCalendarTime aria-hidden />,
            run: () => void deeds.prepare(made, 'placed'),
          },
        ]}
      />
    </div>
  );
}

/** How far all are, how long still; ways to stop, to try again and to renew. */
function BatchLine({ items, deeds }: { items: readonly FilmSummary[]; deeds: FilmsDeeds }) {
  const { t } = useTranslation('film-batch');
  const timeLeft = useTimeLeft();
  const { underway, lost, changed, made } = sortFilms(items);
  const left = filmsSecondsLeft(items);
  return (
    <div className="studio-job film-batch-line">
      <div className="studio-job-line small">
        <span className="muted num" role="status">
          {t('made', { count: items.length, made: made.length })}
          {left === undefined ? null : `, ${timeLeft(left)}`}
        </span>
        <span className="studio-job-deeds">
          {changed.length > 0 ? (
            <TextButton onClick={() => deeds.again(changed)}>
              {t('renewAll', { count: changed.length })}
            </TextButton>
          ) : null}
          {lost.length > 0 ? (
            <TextButton onClick={() => deeds.again(lost)}>
              {t('againAll', { count: lost.length })}
            </TextButton>
          ) : null}
          {underway.length > 0 ? (
            <TextButton onClick={() => deeds.stop(underway)}>{t('stopAll')}</TextButton>
          ) : null}
        </span>
      </div>
      {underway.length > 0 ? <ProgressBar frac={filmsFrac(items)} label={t('progress')} /> : null}
    </div>
  );
}
