import { IconAlertTriangle, IconCheck, IconClock, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { InboxComment } from '../../../shared/contract/inbox.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { StateSign } from '../../ui/state-sign.tsx';

/** Where an answer stands: a clock while it waits, a tick once it is out. */
export function ReplySign({
  comment: { state, waitsFor },
  waitsForEarlier,
}: {
  comment: InboxComment;
  waitsForEarlier: boolean;
}) {
  const { t } = useTranslation('inbox-ui');
  const formats = useFormats();
  const until = waitsFor?.until ? t('until', { time: formats.time(waitsFor.until) }) : undefined;
  switch (state) {
    case 'sent':
      return (
        <StateSign tone="leaf" icon={<IconCheck aria-hidden />}>
          {t('reply.sent')}
        </StateSign>
      );
    case 'queued':
    case 'waiting':
      return (
        <StateSign tone="sun" icon={<IconClock aria-hidden />}>
          {[
            waitsForEarlier ? t('reply.afterEarlier') : (waitsFor?.text ?? t('reply.queued')),
            until,
          ]
            .filter(Boolean)
            .join(' ')}
        </StateSign>
      );
    case 'sending':
    case 'uncertain':
      return (
        <StateSign tone="sun" icon={<IconRefresh aria-hidden />}>
          {t(`reply.${state}`)}
        </StateSign>
      );
    case 'refused':
      return (
        <StateSign tone="berry" icon={<IconAlertTriangle aria-hidden />}>
          {waitsFor?.text ?? t('reply.refused')}
        </StateSign>
      );
    case 'visible':
    case 'deleted':
    case 'withdrawn':
      return null;
  }
}
