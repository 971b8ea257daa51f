import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Series, SeriesItem } from '../../../../shared/contract/series.ts';
import { useApi, useStudio } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { noSelection, selectRow, type Selection } from '../../../ui/select-rows.ts';
import { useToast } from '../../../ui/toast.tsx';

/** The posts of a series as they are looked through, and what is done with them. */
export function useReview(seriesId: string) {
  const api = useApi();
  const found = useQuery(api.series.get.queryOptions({ input: { seriesId } }));
  const [selection, setSelection] = useState<Selection>(noSelection);
  const series = found.data;
  const items = series?.items ?? [];
  const order = items.map((item) => item.productId);
  return {
    ...{ seriesId, series, items, error: found.error, selection },
    /** Of all, or of those selected: what can still be scheduled. */
    drafts: items.filter((item) => item.state === 'draft'),
    select: (productId: string, shift: boolean) =>
      setSelection(selectRow(selection, order, productId, { shift, mod: true })),
    clear: () => setSelection(noSelection),
    deeds: useReviewDeeds(seriesId, series),
  };
}

export type Review = ReturnType<typeof useReview>;

function useReviewDeeds(seriesId: string, series: Series | undefined) {
  const { t } = useTranslation('series');
  const api = useApi();
  const { client } = useStudio();
  const toast = useToast();
  const exclude = useChange(api.series.exclude.mutationOptions());
  const rewrite = useChange(api.series.rewrite.mutationOptions());
  const redraw = useChange(api.series.redraw.mutationOptions());
  const schedule = useChange(api.series.schedule.mutationOptions());
  const cancel = useChange(api.jobs.cancel.mutationOptions());
  const takeBack = (productIds: string[]) =>
    void client.series.exclude({ seriesId, productIds, excluded: false });
  return {
    isScheduling: schedule.isPending,
    exclude: (productIds: string[]) =>
      exclude.mutate(
        { seriesId, productIds, excluded: true },
        {
          onSuccess: () => {
            const text = t('excluded', { count: productIds.length });
            toast({ text, undo: () => takeBack(productIds) });
          },
        },
      ),
    include: (productIds: string[]) => exclude.mutate({ seriesId, productIds, excluded: false }),
    /** Words with today's prices; those that a person wrote stay. */
    update: (productIds: string[]) =>
      rewrite.mutate(
        { seriesId, productIds },
        {
          onSuccess: ({ changed, kept }) =>
            toast({ text: t('rewritten', { count: changed, kept }) }),
        },
      ),
    rewrite,
    redraw: (productIds: string[], templateId?: string) =>
      redraw.mutate({ seriesId, productIds, ...(templateId && { templateId }) }),
    schedule: (productIds: string[]) =>
      schedule.mutate(
        { seriesId, productIds },
        {
          onSuccess: ({ scheduled, refused, undo }) => {
            const text = t('scheduled', { count: scheduled });
            const rest =
              refused.length > 0 ? ` ${t('notScheduled', { count: refused.length })}` : '';
            const back = () => void client.posts.replan({ moves: undo });
            toast({ text: text + rest, ...(undo.length > 0 && { undo: back }) });
          },
        },
      ),
    /** Why some were not scheduled, by product. */
    refusals: new Map(schedule.data?.refused.map((one) => [one.productId, one.text])),
    cancel: () => {
      if (series?.jobId) cancel.mutate({ jobId: series.jobId });
    },
  };
}

/** Whether something may still be changed about it. */
export function isOpen(item: SeriesItem): boolean {
  return item.state === 'draft' || item.state === 'scheduled';
}
