import { IconAlertTriangle, IconClock, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OutboxItem } from '../../../../shared/contract/inbox-deeds.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { StateSign } from '../../../ui/state-sign.tsx';

/** Why something waits, and what to do about it. */
export function OutboxSign({ item }: { item: OutboxItem }) {
  const { t } = useTranslation('outbox');
  const formats = useFormats();
  const { state, waitsFor, behind, leavesAt } = item;
  if (state === 'refused')
    return (
      <p className="outbox-why">
        <StateSign tone="berry" icon={<IconAlertTriangle aria-hidden />}>
          {waitsFor?.text ?? t('state.refused')}
        </StateSign>
        {waitsFor?.todo ? <span className="small muted">{waitsFor.todo}</span> : null}
      </p>
    );
  if (state === 'sending' || state === 'uncertain')
    return (
      <StateSign tone="sun" icon={<IconRefresh aria-hidden />}>
        {t(`state.${state}`)}
      </StateSign>
    );
  const until = waitsFor?.until ? t('until', { time: formats.time(waitsFor.until) }) : '';
  const why = behind
    ? t('state.behind')
    : (waitsFor?.text ?? t(leavesAt ? 'state.held' : 'state.queued'));
  return (
    <p className="outbox-why">
      <StateSign tone="sun" icon={<IconClock aria-hidden />}>
        {[why, until].filter(Boolean).join(' ')}
      </StateSign>
      {waitsFor?.todo && !behind ? <span className="small muted">{waitsFor.todo}</span> : null}
    </p>
  );
}
