import { IconAlertTriangle, IconCheck, IconClock, IconHelpCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Thread } from '../../../shared/contract/inbox.ts';
import { StateSign } from '../../ui/state-sign.tsx';

const signs = {
  asks: { tone: 'sun', Icon: IconHelpCircle },
  queued: { tone: 'sun', Icon: IconClock },
  refused: { tone: 'berry', Icon: IconAlertTriangle },
  answered: { tone: 'leaf', Icon: IconCheck },
} as const;

/** Where a thread stands, in a word and an icon; nothing for one that nobody answered yet. */
export function ThreadSign({ sign }: { sign: Thread['sign'] }) {
  const { t } = useTranslation('inbox-ui');
  if (sign === 'none') return null;
  const { tone, Icon } = signs[sign];
  return (
    <StateSign tone={tone} icon={<Icon aria-hidden />}>
      {t(`sign.${sign}`)}
    </StateSign>
  );
}
