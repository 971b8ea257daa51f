import { useTranslation } from 'react-i18next';
import type { Account } from '../../../shared/contract/accounts.ts';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useToast } from '../../ui/toast.tsx';

const networkNames = { facebook: 'Facebook', instagram: 'Instagram' };

/** Asks once, says what it means, and says so when the network could not be told. */
export function DisconnectDialog({
  account,
  opened,
  onClose,
}: {
  account: Account;
  opened: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation('settings');
  const api = useApi();
  const toast = useToast();
  const disconnect = useChange(
    api.accounts.disconnect.mutationOptions({
      onSuccess: ({ note }) => {
        onClose();
        if (note) toast({ text: [note.text, note.todo].filter(Boolean).join(' ') });
      },
    }),
  );
  return (
    <ConfirmDialog
      opened={opened}
      title={t('accounts.disconnectOf', {
        name: account.name,
        network: networkNames[account.network],
      })}
      text={t('accounts.disconnectWhat')}
      action={t('accounts.disconnect')}
      danger
      busy={disconnect.isPending}
      onConfirm={() => disconnect.mutate({ accountId: account.id })}
      onClose={onClose}
    />
  );
}
