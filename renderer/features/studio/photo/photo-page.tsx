import './photo.css';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHead } from '../../../ui/page-head.tsx';
import { PhotoView } from './photo-view.tsx';

/** Retouching of the photos that the address names; it leads back to where it was opened. */
export function PhotoPage() {
  const { t } = useTranslation('photo');
  const { assets = '' } = useSearch({ strict: false }) as { assets?: string };
  const router = useRouter();
  const navigate = useNavigate();
  const assetIds = assets.split(',').filter((id) => id !== '');
  const close = () => {
    if (router.history.canGoBack()) router.history.back();
    else void navigate({ to: '/studio' });
  };
  return (
    <div className="photo-page">
      <PageHead title={t('title')} />
      {assetIds.length === 0 ? (
        <EmptyState title={t('nothing.title')} text={t('nothing.text')} />
      ) : (
        <PhotoView key={assets} assetIds={assetIds} onClose={close} />
      )}
    </div>
  );
}
