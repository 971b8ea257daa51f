import { IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../link/link-provider.tsx';
import { Popover } from '../ui/popover.tsx';
import { OutboxPanel } from './outbox-panel.tsx';

/** How much is on its way; opens what waits, why, and how far it is. */
export function OutboxButton() {
  const { t } = useTranslation('shell');
  const api = useApi();
  const counters = useQuery(api.app.counters.queryOptions());
  const [opened, setOpened] = useState(false);
  const count = counters.data?.outbox ?? 0;
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      widthPx={400}
      label={t('outbox.title')}
      target={
        <button type="button" className="top-state" onClick={() => setOpened(!opened)}>
          <IconUpload aria-hidden />
          <span className="num">{count}</span>
          <span className="muted wide-word">{t('outbox.inProgress')}</span>
        </button>
      }
    >
      <OutboxPanel onClose={() => setOpened(false)} />
    </Popover>
  );
}
