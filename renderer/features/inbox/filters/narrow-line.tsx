import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { TextButton } from '../../../ui/text-button.tsx';
import type { InboxView } from '../use-inbox-view.ts';
import { nameIn, useListChoices } from './use-list-names.ts';

const parts = ['accountId', 'tagId', 'intent', 'language'] as const;

/** What narrows the list besides its view and words, each to be taken away; and a way to keep it all. */
export function NarrowLine({
  inbox,
  canSave,
  onSave,
}: {
  inbox: InboxView;
  /** What the list shows is not kept yet. */
  canSave: boolean;
  onSave: () => void;
}) {
  const { t } = useTranslation('inbox-filters');
  const choices = useListChoices();
  const narrowed = parts.filter((part) => inbox.content[part] !== undefined);
  if (narrowed.length === 0 && !canSave) return null;
  return (
    <div className="inbox-narrow small">
      {narrowed.map((part) => {
        const name = nameIn(choices, part, inbox.content) ?? t('gone');
        return (
          <button
            key={part}
            type="button"
            className="inbox-narrow-chip"
            aria-label={t('without', { name })}
            onClick={() => inbox.show({ ...inbox.content, [part]: undefined })}
          >
            <bdi className="cut">{name}</bdi>
            <IconX aria-hidden />
          </button>
        );
      })}
      {canSave ? <TextButton onClick={onSave}>{t('keep')}</TextButton> : null}
    </div>
  );
}
