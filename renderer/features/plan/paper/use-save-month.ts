import { useTranslation } from 'react-i18next';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { bytesOf, saveFile } from '../../../ui/save-file.ts';
import { useToast } from '../../../ui/toast.tsx';
import type { FilterWish } from '../use-plan-filter.ts';

/** Saves the month of `date` (`2026-11-26`), narrowed as the calendar is, as a PDF to print or to send. */
export function useSaveMonth(): (date: string, filter: FilterWish) => void {
  const { t } = useTranslation('paper');
  const api = useApi();
  const toast = useToast();
  const print = useChange(
    api.paper.month.mutationOptions({
      onMutate: () => toast({ key: 'paper', text: t('saving') }),
      onSuccess({ name, base64, mime, posts }) {
        saveFile(name, bytesOf(base64), mime);
        toast({ key: 'paper', text: t('saved', { count: posts }) });
      },
    }),
  );
  return (date, filter) => {
    if (!print.isPending) print.mutate({ ...filter, month: date.slice(0, 7) });
  };
}
