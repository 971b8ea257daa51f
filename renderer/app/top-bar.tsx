import { spotlight } from '@mantine/spotlight';
import {
  IconCheck,
  IconChevronDown,
  IconMoon,
  IconSchool,
  IconSearch,
  IconSettings,
  IconSun,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../link/link-provider.tsx';
import { Button } from '../ui/button.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { Menu } from '../ui/menu.tsx';
import { LineButton } from './line-button.tsx';
import { OutboxButton } from './outbox-button.tsx';
import { WhoButton } from './who-button.tsx';
import { useShopFocus } from '../link/shop-focus.tsx';
import { useOpenOwnShop } from '../link/use-open-own-shop.ts';
import { useScheme } from '../ui/use-scheme.ts';

/** Shop, palette, line, and what is on its way. */
export function TopBar() {
  const { t } = useTranslation('shell');
  const mac = navigator.platform.startsWith('Mac');
  return (
    <header className="top">
      <ShopMenu />
      <button type="button" className="top-find" onClick={() => spotlight.open()}>
        <IconSearch aria-hidden />
        <span className="cut">{t('find')}</span>
        <KeyCap>{mac ? '⌘ K' : 'Ctrl K'}</KeyCap>
      </button>
      <WhoButton />
      <LineButton />
      <OutboxButton />
    </header>
  );
}

function ShopMenu() {
  const { t } = useTranslation('shell');
  const api = useApi();
  const navigate = useNavigate();
  const shop = useQuery(api.shop.get.queryOptions());
  const info = useQuery(api.app.info.queryOptions());
  const openOwnShop = useOpenOwnShop();
  const { dark, toggle } = useScheme();
  const { shops, shop: looked, look } = useShopFocus();
  const several = shops.length > 1;
  const name = looked?.name ?? (several ? t('shops.all') : shop.data?.name);
  const choices = [undefined, ...shops].map((one) => ({
    label: (
      <>
        <span className="cut">{one?.name ?? t('shops.all')}</span>
        {one?.id === looked?.id ? <span className="hidden-text">{t('shops.shown')}</span> : null}
      </>
    ),
    icon: one?.id === looked?.id ? <IconCheck aria-hidden /> : <span className="menu-gap" />,
    run: () => look(one?.id),
  }));
  const connect = { label: t('practice.connect'), icon: <IconSchool />, run: openOwnShop };
  return (
    <Menu
      align="start"
      target={
        <Button kind="quiet" className="top-shop">
          {several ? <span className="hidden-text">{t('shops.choose')}</span> : null}
          <span className="cut">{name ?? 'Vitrine'}</span>
          <IconChevronDown aria-hidden />
        </Button>
      }
      items={[
        ...(several ? [...choices, 'line' as const] : []),
        {
          label: t('screen.settings'),
          icon: <IconSettings />,
          run: () => void navigate({ to: '/settings' }),
        },
        {
          label: t(dark ? 'palette.light' : 'palette.dark'),
          icon: dark ? <IconSun /> : <IconMoon />,
          run: toggle,
        },
        ...(info.data?.practice ? (['line', connect] as const) : []),
      ]}
    />
  );
}
