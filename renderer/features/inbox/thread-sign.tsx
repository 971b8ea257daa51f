import {
  IconAlertTriangle,
  IconCheck,
  IconCircleCheck,
  IconClock,
  IconHelpCircle,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Thread } from '../../../shared/contract/inbox.ts';
import { StateSign } from '../../ui/state-sign.tsx';

const signs = {
  asks: { tone: 'sun', Icon: IconHelpCircle },
  queued: { tone: 'sun', Icon: IconClock },
  refused: { tone: 'berry', Icon: IconAlertTriangle },
  answered: { tone: 'leaf', Icon: IconCheck },
  done: { tone: 'muted', Icon: IconCircleCheck },
} as const;

/** Done says more than answered, and less than anything that still needs the merchant. */
export function shownSign({
  sign,
  done,
}: Pick<Thread, 'sign' | 'done'>): keyof typeof signs | undefined {
  if (done && (sign === 'none' || sign === 'answered')) return 'done';
  return sign === 'none' ? undefined : sign;
}

/** Where a thread stands, in a word and an icon; nothing for one that nobody answered yet. */
export function ThreadSign({
  sign,
  by,
}: {
  sign: keyof typeof signs;
  /** Who answered. */
  by?: string | undefined;
}) {
  const { t } = useTranslation('inbox-ui');
  const { t: tTeam } = useTranslation('inbox-team');
  const { tone, Icon } = signs[sign];
  return (
    <StateSign tone={tone} icon={<Icon aria-hidden />}>
      {sign === 'answered' && by !== undefined
        ? tTeam('answeredBy', { person: by })
        : t(`sign.${sign}`)}
    </StateSign>
  );
}
