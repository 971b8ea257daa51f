import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

/** Asks once before what cannot be undone; prefer an undo toast where undo exists. */
export function ConfirmDialog({
  opened,
  title,
  text,
  action,
  danger = false,
  busy = false,
  onConfirm,
  onClose,
}: {
  opened: boolean;
  title: ReactNode;
  text: ReactNode;
  /** The verb on the button. */
  action: string;
  danger?: boolean;
  busy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('ui');
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button kind="quiet" size="lg" onClick={onClose}>
            {t('back')}
          </Button>
          <Button kind={danger ? 'danger' : 'primary'} size="lg" busy={busy} onClick={onConfirm}>
            {action}
          </Button>
        </>
      }
    >
      <p>{text}</p>
    </Dialog>
  );
}
