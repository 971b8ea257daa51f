import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutboxItem } from '../../../../shared/contract/inbox-deeds.ts';
import { Button } from '../../../ui/button.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import type { Outbox } from './use-outbox.ts';

/** Other words for what has not left; what was refused goes out again with them. */
export function OutboxEdit({
  item,
  outbox,
  onClose,
}: {
  item: OutboxItem;
  outbox: Outbox;
  onClose: () => void;
}) {
  const { t } = useTranslation('outbox');
  const [text, setText] = useState(item.text ?? '');
  const words = text.trim();
  const isRefused = item.state === 'refused';
  const save = () => {
    if (words === '' || outbox.busy) return;
    if (isRefused) outbox.writeAgain(item.id, words, onClose);
    else if (words === item.text) onClose();
    else outbox.edit(item.id, words, onClose);
  };
  return (
    <form
      className="outbox-edit"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <TextArea
        label={t('words')}
        labelHidden
        autoFocus
        rows={3}
        maxLength={8000}
        value={text}
        onChange={setText}
      />
      <div className="outbox-buttons">
        <Button type="submit" kind="primary" busy={outbox.busy} disabled={words === ''}>
          {t(isRefused ? 'sendAgain' : 'save')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t('leave')}
        </Button>
      </div>
    </form>
  );
}
