import {
  IconBolt,
  IconBrush,
  IconCalendarMonth,
  IconDatabase,
  IconFilter,
  IconMessageCircle,
  IconMoon,
  IconPencilPlus,
  IconSettings,
  IconSun,
  IconSunHigh,
  IconTablePlus,
  IconTag,
  IconTags,
  IconUpload,
  IconWifi,
  IconWifiOff,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../link/link-provider.tsx';
import { useChange } from '../link/use-change.ts';
import { useToast } from '../ui/toast.tsx';
import { useScheme } from '../ui/use-scheme.ts';
import { useOfferedCommands } from '../link/page-commands.tsx';
import type { PaletteAction } from './palette-action.ts';

const screens = [
  { name: 'today', icon: <IconSun /> },
  { name: 'plan', icon: <IconCalendarMonth /> },
  { name: 'studio', icon: <IconBrush /> },
  { name: 'inbox', icon: <IconMessageCircle /> },
  { name: 'catalogue', icon: <IconTag /> },
  { name: 'settings', icon: <IconSettings /> },
] as const;

/** What the screen in front offers, screens and commands: all that needs no looking up. */
export function usePaletteCommands(): PaletteAction[] {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const goTo: PaletteAction[] = screens.map(({ name, icon }) => ({
    id: name,
    group: 'screens',
    label: t(`screen.${name}`),
    icon,
    run: () => void navigate({ to: `/${name}` }),
  }));
  const here = useOfferedCommands().map((command): PaletteAction => ({
    ...command,
    group: 'here',
  }));
  return [...here, ...useDeeds(), ...goTo, ...useFilters()];
}

/** Saved filters of the inbox, from wherever one is. */
function useFilters(): PaletteAction[] {
  const { t } = useTranslation('shell');
  const api = useApi();
  const navigate = useNavigate();
  const filters = useQuery(api.inbox.filters.queryOptions({ input: {} })).data?.items ?? [];
  return filters.map(({ id, name }) => ({
    id: `filter-${id}`,
    group: 'screens',
    label: t('palette.filter', { name }),
    icon: <IconFilter />,
    run: () => void navigate({ to: '/inbox', search: { filter: id } }),
  }));
}

function useDeeds(): PaletteAction[] {
  const { t } = useTranslation('shell');
  const api = useApi();
  const navigate = useNavigate();
  const toast = useToast();
  const { dark, toggle } = useScheme();
  const info = useQuery(api.app.info.queryOptions());
  const setLine = useChange(api.app.setLine.mutationOptions());
  const backUp = useChange(
    api.app.backUpNow.mutationOptions({ onSuccess: () => toast({ text: t('palette.backedUp') }) }),
  );
  const wanted = info.data?.line.wanted ?? true;
  const deed = (id: string, icon: PaletteAction['icon'], run: () => void): PaletteAction => ({
    id,
    group: 'commands',
    label: t(`palette.${id}`),
    icon,
    run,
  });
  return [
    deed('newPost', <IconPencilPlus />, () => void navigate({ to: '/plan', search: { new: '1' } })),
    deed('fromProducts', <IconTags />, () => void navigate({ to: '/plan/from-products' })),
    deed(
      'importTable',
      <IconTablePlus />,
      () => void navigate({ to: '/plan', search: { bulk: 'import' } }),
    ),
    deed('rules', <IconBolt />, () => void navigate({ to: '/inbox/rules' })),
    deed('outbox', <IconUpload />, () => void navigate({ to: '/inbox/outbox' })),
    deed(wanted ? 'goOffline' : 'goOnline', wanted ? <IconWifiOff /> : <IconWifi />, () =>
      setLine.mutate({ online: !wanted }),
    ),
    deed('backUp', <IconDatabase />, () => backUp.mutate(undefined)),
    deed(dark ? 'light' : 'dark', dark ? <IconSunHigh /> : <IconMoon />, toggle),
  ];
}
