import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClock,
  IconEdit,
  IconHelpCircle,
  IconLoader2,
  IconTrash,
  IconX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Chip, type Tone } from './chip.tsx';
import { StateSign } from './state-sign.tsx';

type Look = { tone: Tone; icon: typeof IconClock };

const looks: Record<string, Look> = {
  draft: { tone: 'neutral', icon: IconEdit },
  scheduled: { tone: 'neutral', icon: IconClock },
  preparing: { tone: 'sky', icon: IconLoader2 },
  ready: { tone: 'leaf', icon: IconCircleCheck },
  publishing: { tone: 'sky', icon: IconLoader2 },
  published: { tone: 'leaf', icon: IconCircleCheck },
  uncertain: { tone: 'sun', icon: IconHelpCircle },
  waiting: { tone: 'sun', icon: IconClock },
  failed: { tone: 'berry', icon: IconAlertTriangle },
  missed: { tone: 'berry', icon: IconAlertTriangle },
  removed: { tone: 'neutral', icon: IconTrash },
  cancelled: { tone: 'neutral', icon: IconX },
};

const fallback: Look = { tone: 'neutral', icon: IconClock };

/** The state of a post or target (`draft`, `scheduled` … `cancelled`) in word, icon and tone. */
export function PostState({ state, chip = false }: { state: string; chip?: boolean }) {
  const { t } = useTranslation('ui');
  const { tone, icon: Icon } = looks[state] ?? fallback;
  const word = t(`state.${state}`);
  return chip ? (
    <Chip tone={tone} icon={<Icon aria-hidden />}>
      {word}
    </Chip>
  ) : (
    <StateSign tone={tone === 'neutral' ? 'muted' : tone} icon={<Icon aria-hidden />}>
      {word}
    </StateSign>
  );
}
