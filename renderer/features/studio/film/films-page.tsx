import '../editor/editor.css';
import '../studio.css';
import './film.css';
import './film-batch.css';
import {
  IconCopy,
  IconMovie,
  IconPlus,
  IconRefresh,
  IconStack2,
  IconTrash,
} from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { FilmSummary } from '../../../../shared/contract/films.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { useNow } from '../../../link/use-now.ts';
import { useProblem } from '../../../link/use-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { PageHead } from '../../../ui/page-head.tsx';
import { ProblemBlock } from '../../../ui/problem-block.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { useClock } from '../use-clock.ts';
import { FilmBatch } from './film-batch.tsx';
import { FilmSign } from './film-sign.tsx';
import { filmState, type FilmState } from './film-states.ts';

/** A film that is as it should be needs no word. */
const tellsState: ReadonlySet<FilmState> = new Set([
  ...(['queued', 'running', 'failed', 'changed'] as const),
]);

/** Every video that was begun, changed last first; with `?batch=` those begun together. */
export function FilmsPage() {
  const { batch } = useSearch({ strict: false });
  return batch === undefined ? <AllFilms /> : <FilmBatch key={batch} batchId={batch} />;
}

function AllFilms() {
  const { t } = useTranslation('film');
  const api = useApi();
  const navigate = useNavigate();
  const problem = useProblem();
  const found = useInfiniteQuery(
    api.films.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ cursor, limit: 60 }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next,
    }),
  );
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const begin = () => void navigate({ to: '/studio', search: { part: 'video' } });
  return (
    <div className="studio editor-list">
      <PageHead title={t('list.title')}>
        <SeriesMenu />
        <Button kind="primary" icon={<IconPlus aria-hidden />} onClick={begin}>
          {t('list.begin')}
        </Button>
      </PageHead>
      <ChangedFilms />
      {found.error ? <ProblemBlock problem={problem(found.error)} /> : null}
      {found.data && items.length === 0 ? (
        <EmptyState
          title={t('list.emptyTitle')}
          text={t('list.emptyText')}
          action={<Button onClick={begin}>{t('list.begin')}</Button>}
        />
      ) : (
        <div className="studio-scroll">
          <ul className="editor-cards">
            {items.map((item) => (
              <Card key={item.id} item={item} />
            ))}
          </ul>
          {found.hasNextPage ? (
            <Button onClick={() => void found.fetchNextPage()}>{t('list.more')}</Button>
          ) : null}
        </div>
      )}
    </div>
  );
}

/** Films begun together, one for each product. */
function SeriesMenu() {
  const { t } = useTranslation('film-batch');
  const api = useApi();
  const navigate = useNavigate();
  const formats = useFormats();
  const now = useNow();
  const { data } = useQuery(api.films.batches.queryOptions());
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Menu
      target={<Button icon={<IconStack2 aria-hidden />}>{t('series')}</Button>}
      items={items.slice(0, 12).map(({ batchId, name, total, createdAt }) => ({
        label: t('seriesOf', { name, count: total }),
        right: <span className="small muted">{formats.near(createdAt, now)}</span>,
        run: () => void navigate({ to: '/studio/film', search: { batch: batchId } }),
      }))}
    />
  );
}

/** Prices and photos changed since videos were made: one press makes them again. */
function ChangedFilms() {
  const { t } = useTranslation('film-batch');
  const api = useApi();
  const toast = useToast();
  const { data } = useQuery(api.films.changed.queryOptions());
  const again = useChange(
    api.films.again.mutationOptions({
      onSuccess: ({ jobIds }) => toast({ text: t('renewing', { count: jobIds.length }) }),
    }),
  );
  const filmIds = data?.filmIds ?? [];
  if (filmIds.length === 0) return null;
  return (
    <div className="film-note film-changed" role="status">
      <IconRefresh aria-hidden />
      <span className="grow">{t('changed', { count: filmIds.length })}</span>
      <Button
        busy={again.isPending}
        onClick={() => again.mutate({ filmIds: filmIds.slice(0, 60) })}
      >
        {t('renewThem', { count: filmIds.length })}
      </Button>
    </div>
  );
}

function Card({ item }: { item: FilmSummary }) {
  const { t } = useTranslation('film');
  const formats = useFormats();
  const clock = useClock();
  const now = useNow();
  const api = useApi();
  const toast = useToast();
  const navigate = useNavigate();
  const restore = useChange(api.films.restore.mutationOptions());
  const copy = useChange(api.films.duplicate.mutationOptions());
  const remove = useChange(
    api.films.remove.mutationOptions({
      onSuccess: () =>
        toast({
          text: t('list.removed', { name: item.name }),
          undo: () => restore.mutate({ id: item.id }),
        }),
    }),
  );
  return (
    <li className="editor-card">
      <button
        type="button"
        onClick={() => void navigate({ to: '/studio/film/$id', params: { id: item.id } })}
      >
        <span className="film-cover">
          {item.coverUrl ? <img src={item.coverUrl} alt="" /> : <IconMovie aria-hidden />}
        </span>
        <span className="cut">{item.name}</span>
        <span className="small muted num">
          {clock(item.durationMs)} · {formats.near(item.updatedAt, now)}
        </span>
        {tellsState.has(filmState(item)) ? (
          <span className="small">
            <FilmSign item={item} />
          </span>
        ) : null}
      </button>
      <span className="editor-card-deeds">
        <IconButton
          label={t('list.copy', { name: item.name })}
          icon={<IconCopy />}
          onClick={() =>
            copy.mutate({ id: item.id, name: t('list.copyName', { name: item.name }) })
          }
        />
        <IconButton
          label={t('list.remove', { name: item.name })}
          icon={<IconTrash />}
          onClick={() => remove.mutate({ id: item.id })}
        />
      </span>
    </li>
  );
}
