import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleMinus,
  IconClock,
  IconRefresh,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FilmSummary } from '../../../../shared/contract/films.ts';
import { StateSign } from '../../../ui/state-sign.tsx';
import { useTimeLeft } from '../use-time-left.ts';
import { filmState } from './film-states.ts';

const signs = {
  queued: { tone: 'muted', Icon: IconClock },
  running: { tone: 'muted', Icon: IconClock },
  failed: { tone: 'berry', Icon: IconAlertTriangle },
  changed: { tone: 'sun', Icon: IconRefresh },
  outdated: { tone: 'sun', Icon: IconRefresh },
  made: { tone: 'leaf', Icon: IconCircleCheck },
  stopped: { tone: 'muted', Icon: IconCircleMinus },
  none: { tone: 'muted', Icon: IconCircleMinus },
} as const;

/** Where a film stands, in words: how far and how long still, why it failed, or what changed since. */
export function FilmSign({ item }: { item: FilmSummary }) {
  const { t } = useTranslation('film-batch');
  const timeLeft = useTimeLeft();
  const state = filmState(item);
  const { tone, Icon } = signs[state];
  const left = state === 'running' ? item.job?.secondsLeft : undefined;
  const percent = Math.round((item.job?.progressFrac ?? 0) * 100);
  const words =
    state === 'failed'
      ? (item.job?.problem?.title ?? t('state.failed'))
      : t(`state.${state}`, { percent });
  return (
    <StateSign tone={tone} icon={<Icon aria-hidden />}>
      <span className="num">
        {words}
        {left === undefined ? null : `, ${timeLeft(left)}`}
      </span>
    </StateSign>
  );
}
