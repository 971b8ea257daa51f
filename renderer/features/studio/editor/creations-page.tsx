import './editor.css';
import { IconPlus, IconTrash, IconCopy } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CreationSummary } from '../../../../shared/contract/creations.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { useNow } from '../../../link/use-now.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { CreationCover } from './creation-cover.tsx';
import { PageHead } from '../../../ui/page-head.tsx';
import { useToast } from '../../../ui/toast.tsx';

const firstFormats = ['1:1', '4:5', '9:16'] as const;

/** Every picture that was begun in the editor, changed last first. */
export function CreationsPage() {
  const { t } = useTranslation('editor');
  const api = useApi();
  const navigate = useNavigate();
  const begin = useChange(
    api.creations.begin.mutationOptions({
      onSuccess: ({ id }) => navigate({ to: '/studio/editor/$id', params: { id } }),
    }),
  );
  const found = useInfiniteQuery(
    api.creations.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ cursor, limit: 60 }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next,
    }),
  );
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const start = () => begin.mutate({ formats: [...firstFormats] });
  return (
    <div className="studio editor-list">
      <PageHead title={t('list.title')}>
        <Button
          kind="primary"
          icon={<IconPlus aria-hidden />}
          busy={begin.isPending}
          onClick={start}
        >
          {t('list.begin')}
        </Button>
      </PageHead>
      {found.data && items.length === 0 ? (
        <EmptyState title={t('list.emptyTitle')} text={t('list.emptyText')} />
      ) : (
        <div className="studio-scroll">
          <ul className="editor-cards">
            {items.map((item) => (
              <Card key={item.id} item={item} />
            ))}
          </ul>
          {found.hasNextPage ? (
            <Button onClick={() => void found.fetchNextPage()}>{t('picker.more')}</Button>
          ) : null}
        </div>
      )}
    </div>
  );
}

function Card({ item }: { item: CreationSummary }) {
  const { t } = useTranslation('editor');
  const formats = useFormats();
  const now = useNow();
  const api = useApi();
  const toast = useToast();
  const navigate = useNavigate();
  const restore = useChange(api.creations.restore.mutationOptions());
  const copy = useChange(api.creations.duplicate.mutationOptions());
  const remove = useChange(
    api.creations.remove.mutationOptions({
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
        onClick={() => void navigate({ to: '/studio/editor/$id', params: { id: item.id } })}
      >
        <CreationCover item={item} />
        <span className="cut">{item.name}</span>
        <span className="small muted num">{formats.near(item.updatedAt, now)}</span>
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
