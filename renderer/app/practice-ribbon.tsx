import { IconSchool } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '../link/link-provider.tsx';
import { useOpenOwnShop } from '../link/use-open-own-shop.ts';

/** Always there in practice mode; the words sit on a plain ground, stripes never touch text. */
export function PracticeRibbon() {
  const { t } = useTranslation('shell');
  const api = useApi();
  const info = useQuery(api.app.info.queryOptions());
  const openOwnShop = useOpenOwnShop();
  if (!info.data?.practice) return null;
  return (
    <aside className="ribbon" aria-label={t('practice.name')}>
      <span className="ribbon-words">
        <IconSchool aria-hidden />
        <b>{t('practice.name')}</b>
        <span className="wide">{t('practice.what')}</span>
      </span>
      <button type="button" onClick={openOwnShop}>
        {t('practice.connect')}
      </button>
    </aside>
  );
}
