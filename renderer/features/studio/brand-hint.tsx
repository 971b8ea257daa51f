import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isStartLook } from '../../../shared/rules/brand-start.ts';
import { useApi } from '../../link/link-provider.tsx';

/** While templates still wear the colours everybody begins with: the way to one's own. */
export function BrandHint() {
  const { t } = useTranslation('brand');
  const api = useApi();
  const kit = useQuery(api.brand.get.queryOptions({ input: {} })).data;
  if (!kit || !isStartLook(kit)) return null;
  return (
    <p className="small studio-brand-hint">
      {t('hint.text')}{' '}
      <Link to="/settings" search={{ part: 'brand' }}>
        {t('hint.link')}
      </Link>
    </p>
  );
}
