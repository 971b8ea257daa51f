import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Thumbnail } from '../../../ui/thumbnail.tsx';
import type { Picture } from './picture.ts';

/** The picture that goes with what stands in the box. */
export function PictureNote({ picture, onRemove }: { picture: Picture; onRemove: () => void }) {
  const { t } = useTranslation('inbox-deeds');
  return (
    <div className="deed-note">
      <Thumbnail url={picture.thumbUrl} widthPx={48} heightPx={48} />
      <span className="small muted" role="status">
        {t('attach.goes')}
      </span>
      <IconButton label={t('attach.remove')} icon={<IconX aria-hidden />} onClick={onRemove} />
    </div>
  );
}
