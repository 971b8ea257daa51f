import {
  IconBrush,
  IconCalendarMonth,
  IconMessageCircle,
  IconSettings,
  IconSun,
  IconTag,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../link/link-provider.tsx';
import { CountBadge } from '../ui/count-badge.tsx';
import { VitrineMark } from '../ui/vitrine-mark.tsx';

const screens = [
  { to: '/today', name: 'today', icon: IconSun },
  { to: '/plan', name: 'plan', icon: IconCalendarMonth },
  { to: '/studio', name: 'studio', icon: IconBrush },
  { to: '/inbox', name: 'inbox', icon: IconMessageCircle },
  { to: '/catalogue', name: 'catalogue', icon: IconTag },
  { to: '/settings', name: 'settings', icon: IconSettings },
] as const;

/** The rooms of the studio, with a count only where somebody must act. */
export function Rail() {
  const { t } = useTranslation('shell');
  const api = useApi();
  const counters = useQuery(api.app.counters.queryOptions());
  const counts: Record<string, number> = {
    plan: counters.data?.plan ?? 0,
    inbox: counters.data?.inbox ?? 0,
  };
  return (
    <nav className="rail" aria-label={t('screens')}>
      <VitrineMark className="rail-mark" />
      <ul>
        {screens.map(({ to, name, icon: Icon }) => (
          <li key={to}>
            <Link to={to}>
              <Icon aria-hidden />
              {t(`screen.${name}`)}
              <CountBadge count={counts[name] ?? 0} label={t('toAct')} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
