import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';

/** Some words for a colleague, sent with what they are about. */
export function WordsDialog({
  title,
  label,
  action,
  needed = false,
  busy,
  onSend,
  onClose,
}: {
  title: string;
  label: string;
  /** The verb on the button. */
  action: string;
  needed?: boolean;
  busy: boolean;
  onSend: (words: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('ui');
  const [words, setWords] = useState('');
  return (
    <Dialog
      opened
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button kind="quiet" size="lg" onClick={onClose}>
            {t('back')}
          </Button>
          <Button
            kind="primary"
            size="lg"
            busy={busy}
            disabled={needed && words.trim() === ''}
            onClick={() => onSend(words.trim())}
          >
            {action}
          </Button>
        </>
      }
    >
      <TextArea label={label} maxLength={2000} data-autofocus value={words} onChange={setWords} />
    </Dialog>
  );
}
