import { IconMovie, IconStack2 } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { FilmWish } from '../../../../shared/contract/films.ts';
import type { Format } from '../../../../shared/contract/shapes.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { useToast } from '../../../ui/toast.tsx';

/** Begins a film of what is chosen and opens it to be changed; or one for each product, made at once. */
export function BeginFilm({
  wish,
  productIds,
  name,
  formats,
  disabled,
}: {
  wish: FilmWish;
  /** All that are chosen, for one film each. */
  productIds: readonly string[];
  /** What the project is called at first. */
  name: string;
  formats: readonly Format[];
  disabled: boolean;
}) {
  const { t } = useTranslation('film');
  const api = useApi();
  const toast = useToast();
  const navigate = useNavigate();
  const begin = useChange(
    api.films.begin.mutationOptions({
      onSuccess: ({ id }) => navigate({ to: '/studio/film/$id', params: { id } }),
    }),
  );
  const batch = useChange(
    api.films.batch.mutationOptions({
      onSuccess: ({ jobIds, skipped, batchId }) => {
        const made = t('batch.begun', { count: jobIds.length });
        const left = skipped.length > 0 ? t('batch.skipped', { count: skipped.length }) : '';
        toast({ text: [made, left].filter(Boolean).join(' ') });
        if (batchId) void navigate({ to: '/studio/film', search: { batch: batchId } });
      },
    }),
  );
  const { photoAssetIds: _photos, ...each } = wish;
  return (
    <>
      <Menu
        target={<IconButton label={t('begin.more')} icon={<IconStack2 />} busy={batch.isPending} />}
        items={[
          {
            label: t('begin.each', { count: Math.min(productIds.length, mostFilms) }),
            disabled: disabled || productIds.length === 0,
            run: () =>
              batch.mutate({
                ...each,
                productIds: productIds.slice(0, mostFilms),
                formats: [...formats],
              }),
          },
          { label: t('begin.projects'), run: () => void navigate({ to: '/studio/film' }) },
        ]}
      />
      <Button
        size="lg"
        icon={<IconMovie aria-hidden />}
        disabled={disabled}
        busy={begin.isPending}
        onClick={() => begin.mutate(name ? { ...wish, name } : wish)}
      >
        {t('begin.open')}
      </Button>
    </>
  );
}

const mostFilms = 60;
