import { IconPencil } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { Button } from '../../ui/button.tsx';

/** Opens a made picture in the editor: the creation it was made of, or a new one. */
export function EditButton({ assetId }: { assetId: string }) {
  const { t } = useTranslation('editor');
  const api = useApi();
  const navigate = useNavigate();
  const open = useChange(
    api.creations.open.mutationOptions({
      onSuccess: ({ id }) => navigate({ to: '/studio/editor/$id', params: { id } }),
    }),
  );
  return (
    <Button
      size="lg"
      icon={<IconPencil aria-hidden />}
      busy={open.isPending}
      onClick={() => open.mutate({ assetId })}
    >
      {t('open')}
    </Button>
  );
}
