import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TagField } from './tag-field.tsx';

/** Tags for many at once, given in one step. */
export function TagDialog({
  count,
  onTag,
  onClose,
}: {
  count: number;
  onTag: (names: string[]) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('library');
  const [names, setNames] = useState<readonly string[]>([]);
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('tags.giveTitle', { count })}
      footer={
        <>
          <Button size="lg" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            kind="primary"
            size="lg"
            disabled={names.length === 0}
            onClick={() => {
              onTag([...names]);
              onClose();
            }}
          >
            {t('tags.give')}
          </Button>
        </>
      }
    >
      <TagField
        tags={names.map((name) => ({ id: name, name }))}
        onAdd={(name) => setNames((all) => [...new Set([...all, name])])}
        onRemove={({ name }) => setNames((all) => all.filter((one) => one !== name))}
      />
    </Dialog>
  );
}
