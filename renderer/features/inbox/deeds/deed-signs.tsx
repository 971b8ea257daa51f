import { IconBan, IconClock, IconHeartFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { InboxComment } from '../../../../shared/contract/inbox.ts';
import { StateSign } from '../../../ui/state-sign.tsx';

/** Deeds whose waiting is not told elsewhere. */
const told = new Set(['like', 'delete', 'edit', 'block', 'hide']);

/** What was done about a comment, and what is on its way to the network. */
export function DeedSigns({
  comment: { liked, blocked, pending = [] },
}: {
  comment: InboxComment;
}) {
  const { t } = useTranslation('inbox-deeds');
  return (
    <>
      {liked ? (
        <StateSign tone="berry" icon={<IconHeartFilled aria-hidden />}>
          {t('liked')}
        </StateSign>
      ) : null}
      {blocked ? (
        <StateSign tone="muted" icon={<IconBan aria-hidden />}>
          {t('blocked')}
        </StateSign>
      ) : null}
      {pending
        .filter((kind) => told.has(kind))
        .map((kind) => (
          <StateSign key={kind} tone="sun" icon={<IconClock aria-hidden />}>
            {t(`pending.${kind}`)}
          </StateSign>
        ))}
    </>
  );
}
