import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/text-field.tsx';

const usual = ['spam', 'insults', 'fraud'] as const;

/** Asks why somebody is shut out; the reason stays on this computer. */
export function BlockDialog({
  name,
  onBlock,
  onClose,
}: {
  name: string;
  onBlock: (reason: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('inbox-deeds');
  const [reason, setReason] = useState('');
  const confirm = () => {
    onBlock(reason);
    onClose();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('blockTitle', { name })}
      footer={
        <>
          <Button kind="quiet" size="lg" onClick={onClose}>
            {t('keep')}
          </Button>
          <Button kind="danger" size="lg" onClick={confirm}>
            {t('block')}
          </Button>
        </>
      }
    >
      <p>{t('blockText')}</p>
      <form
        className="deed-form"
        onSubmit={(event) => {
          event.preventDefault();
          confirm();
        }}
      >
        <div className="deed-reasons">
          {usual.map((one) => (
            <Button
              key={one}
              aria-pressed={reason === t(`reason.${one}`)}
              onClick={() => setReason(t(`reason.${one}`))}
            >
              {t(`reason.${one}`)}
            </Button>
          ))}
        </div>
        <TextField
          data-autofocus
          label={t('reasonLabel')}
          hint={t('reasonHint')}
          value={reason}
          maxLength={500}
          onChange={setReason}
        />
      </form>
    </Dialog>
  );
}
