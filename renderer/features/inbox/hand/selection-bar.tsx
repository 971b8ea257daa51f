import { IconAlarmSnooze, IconCheck, IconMessageReply, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { BulkBar } from '../../../ui/bulk-bar.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useThreadSelection } from './selection-context.ts';

/** What is done to all chosen threads at once. */
export function SelectionBar({
  onAnswer,
  onDone,
  onLater,
  onAssign,
}: {
  onAnswer: () => void;
  onDone: () => void;
  onLater: () => void;
  /** Left out where the shop has no people. */
  onAssign: (() => void) | undefined;
}) {
  const { t } = useTranslation('inbox-hand');
  const selection = useThreadSelection();
  return (
    <BulkBar count={selection.threads.length} onClear={selection.clear}>
      <span className="grow" />
      <IconButton
        label={t('several.answer')}
        icon={<IconMessageReply aria-hidden />}
        onClick={onAnswer}
      />
      <IconButton label={t('keys.done')} icon={<IconCheck aria-hidden />} onClick={onDone} />
      <IconButton
        label={t('keys.later')}
        icon={<IconAlarmSnooze aria-hidden />}
        onClick={onLater}
      />
      {onAssign ? (
        <IconButton label={t('keys.assign')} icon={<IconUser aria-hidden />} onClick={onAssign} />
      ) : null}
    </BulkBar>
  );
}
