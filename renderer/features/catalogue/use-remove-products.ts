import { useTranslation } from 'react-i18next';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { useToast } from '../../ui/toast.tsx';

const mostAtOnce = 500;

/** Takes products out of the catalogue, and back for ten seconds. */
export function useRemoveProducts(onRemoved: () => void = () => {}) {
  const { t } = useTranslation('catalogue');
  const api = useApi();
  const toast = useToast();
  const remove = useChange(api.catalogue.remove.mutationOptions());
  const restore = useChange(api.catalogue.restore.mutationOptions());
  return (productIds: readonly string[]) => {
    const chosen = productIds.slice(0, mostAtOnce);
    remove.mutate(
      { productIds: chosen },
      {
        onSuccess: ({ removed }) => {
          onRemoved();
          toast({
            text: t('removed', { count: removed }),
            undo: () => restore.mutate({ productIds: chosen }),
          });
        },
      },
    );
  };
}
