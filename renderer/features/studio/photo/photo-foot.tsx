import { useTranslation } from 'react-i18next';
import { workedSize } from '../../../../shared/scene/photo-work/plan-photo.ts';
import { Button } from '../../../ui/button.tsx';
import { Thumbnail } from '../../../ui/thumbnail.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { PhotoEditingProps } from './photo-editing-props.ts';

/** The photos that are worked on together, and the ways to keep what was done. */
export function PhotoFoot({ assetId, assetIds, source, edit, onOpen, onClose }: PhotoEditingProps) {
  const { t } = useTranslation('photo');
  const toast = useToast();
  const size = workedSize(source, edit.work);
  const others = assetIds.filter((id) => id !== assetId);
  const keepForAll = async () => {
    await edit.keep();
    await edit.keepForAll(others);
    toast({ text: t('keptForAll', { count: assetIds.length }) });
  };
  const keep = async () => {
    await edit.keep();
    onClose();
  };
  const makePhoto = async () => {
    await edit.makePhoto();
    toast({ text: t('made') });
  };
  return (
    <div className="photo-foot">
      {others.length > 0 ? (
        <ul className="photo-strip" aria-label={t('strip')}>
          {assetIds.map((id, index) => (
            <li key={id}>
              <button
                type="button"
                aria-label={t('photoOf', { number: index + 1, count: assetIds.length })}
                aria-current={id === assetId}
                onClick={() => onOpen(id)}
              >
                <Thumbnail url={`/media/${id}/thumb`} widthPx={36} heightPx={45} />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <span className="small muted num grow">
        {size.widthPx} × {size.heightPx} px
      </span>
      {others.length > 0 ? (
        <Button onClick={() => void keepForAll()} busy={edit.isBusy}>
          {t('keepForAll', { count: assetIds.length })}
        </Button>
      ) : null}
      <Button onClick={() => void makePhoto()} busy={edit.isBusy}>
        {t('makePhoto')}
      </Button>
      <Button onClick={onClose}>{t('cancel')}</Button>
      <Button kind="primary" busy={edit.isBusy} onClick={() => void keep()}>
        {t('keep')}
      </Button>
    </div>
  );
}
