import { IconPhotoUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../link/link-provider.tsx';

/** Where Instagram will fetch the pictures of this post from, and the way to change it. */
export const PictureWayNote = memo(function PictureWayNote() {
  const { t } = useTranslation('composer');
  const api = useApi();
  const store = useQuery(api.pictures.store.queryOptions());
  if (!store.data) return null;
  return (
    <p className="picture-way small muted">
      <IconPhotoUp aria-hidden />
      <span>
        {store.data.text}{' '}
        <Link className="text-btn" to="/settings" search={{ part: 'pictures' }}>
          {t('pictureWay.change')}
        </Link>
      </span>
    </p>
  );
});
