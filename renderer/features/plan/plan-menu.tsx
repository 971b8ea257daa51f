import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';

/** What else the plan can do, beside what stands in its head. */
export function PlanMenu({ onCampaigns }: { onCampaigns: () => void }) {
  const { t } = useTranslation(['plan', 'campaigns']);
  const items: MenuItem[] = [{ label: t('campaigns:open'), run: onCampaigns }];
  return <Menu target={<IconButton label={t('planMenu')} icon={<IconDots />} />} items={items} />;
}
