import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useStudio } from '../../../link/link-provider.tsx';
import { useProblem } from '../../../link/use-problem.ts';
import { useToast } from '../../../ui/toast.tsx';

/** Tells of photos that came in from the watched folder while the window is open, one line for a lot. */
export function useWatchNotice(): void {
  const { t } = useTranslation('import');
  const api = useApi();
  const { client } = useStudio();
  const toast = useToast();
  const problem = useProblem();
  const lot = useQuery(api.watch.get.queryOptions()).data;
  const seen = useRef<string>(undefined);
  useEffect(() => {
    if (!lot) return;
    const { id: lotId = '', count = 0, refused = 0 } = lot.lot ?? {};
    const now = `${lotId} ${count} ${refused}`;
    const before = seen.current;
    seen.current = now;
    // What came before the window was open is no news, nor is a lot that was taken back.
    if (before === undefined || before === now || count + refused === 0) return;
    if (before.startsWith(`${lotId} `) && Number(before.split(' ')[1]) > count) return;
    const undo = () =>
      client.watch.undoLot({ lotId }).then(
        ({ removed, kept }) =>
          toast({
            text: [
              removed > 0 ? t('undone.binned', { count: removed }) : '',
              kept > 0 ? t('undone.used', { count: kept }) : '',
            ].join(' '),
          }),
        (error: unknown) => {
          const { title, what, todo } = problem(error);
          toast({ title, text: `${what} ${todo}` });
        },
      );
    const words = [
      count > 0 ? t('notice.imported', { count }) : '',
      refused > 0 ? t('notice.refused', { count: refused }) : '',
    ];
    toast({
      key: 'watch',
      text: words.filter(Boolean).join('. '),
      ...(count > 0 && { undo: () => void undo() }),
    });
  }, [lot, client, problem, t, toast]);
}
