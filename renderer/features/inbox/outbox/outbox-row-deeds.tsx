import {
  IconArrowBackUp,
  IconArrowDown,
  IconArrowUp,
  IconMessageCircle,
  IconPencil,
  IconSend,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import type { RowProps } from './row-props.ts';

/** What can be done about one thing that waits. */
export function OutboxRowDeeds({ item, outbox, person, onEdit }: RowProps & { person: string }) {
  const { t } = useTranslation('outbox');
  const navigate = useNavigate();
  const { id, threadId, state } = item;
  const canGo = (by: -1 | 1) => outbox.canMove(id, by);
  return (
    <div className="outbox-buttons">
      {state === 'refused' ? <WriteAgain item={item} outbox={outbox} onEdit={onEdit} /> : null}
      {canGo(-1) ? (
        <IconButton
          label={t('earlier')}
          icon={<IconArrowUp aria-hidden />}
          onClick={() => outbox.move(id, -1)}
        />
      ) : null}
      {canGo(1) ? (
        <IconButton
          label={t('later')}
          icon={<IconArrowDown aria-hidden />}
          onClick={() => outbox.move(id, 1)}
        />
      ) : null}
      {item.canEdit ? (
        <IconButton label={t('edit')} icon={<IconPencil aria-hidden />} onClick={onEdit} />
      ) : null}
      <IconButton
        label={t('thread', { person })}
        icon={<IconMessageCircle aria-hidden />}
        onClick={() => void navigate({ to: '/inbox', search: { thread: threadId } })}
      />
      {item.canWithdraw ? (
        <IconButton
          label={t('withdraw')}
          icon={<IconArrowBackUp aria-hidden />}
          onClick={() => outbox.withdraw([id])}
        />
      ) : null}
    </div>
  );
}

/** What has words is looked through before it goes out again. */
function WriteAgain({ item, outbox, onEdit }: Pick<RowProps, 'item' | 'outbox' | 'onEdit'>) {
  const { t } = useTranslation('outbox');
  const isWorded = item.text !== undefined && item.text !== '' && item.kind !== 'block';
  const again = () => outbox.writeAgain(item.id, undefined, () => {});
  return (
    <Button icon={<IconSend aria-hidden />} onClick={isWorded ? onEdit : again}>
      {t('writeAgain')}
    </Button>
  );
}
