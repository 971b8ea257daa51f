import {
  IconChevronLeft,
  IconChevronRight,
  IconDownload,
  IconPhotoPlus,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CustomerPicture } from '../../../../shared/contract/customer-pictures.ts';
import { fileLabel } from '../../../../shared/rules/file-name.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { usePictureWords } from './use-picture-words.ts';
import { usePicture } from './use-picture.ts';

type Steps = { number: number; count: number; step: (by: 1 | -1) => void };

/** A picture as large as the window allows, with those that came with it behind the arrows. */
export function PictureDialog({
  pictures,
  name,
  isOwn,
  openedId,
  onStep,
  onClose,
}: {
  pictures: readonly CustomerPicture[];
  name: string;
  isOwn: boolean;
  openedId: string | undefined;
  onStep: (pictureId: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('customer-pictures');
  const index = pictures.findIndex(({ pictureId }) => pictureId === openedId);
  const opened = pictures[index];
  const step = (by: 1 | -1): void => {
    const next = pictures[(index + by + pictures.length) % pictures.length];
    if (next) onStep(next.pictureId);
  };
  const hasSeveral = opened !== undefined && pictures.length > 1;
  useShortcut('ArrowLeft', () => step(-1), hasSeveral);
  useShortcut('ArrowRight', () => step(1), hasSeveral);
  const kind = opened?.kind === 'film' ? 'film' : 'photo';
  return (
    <Dialog
      opened={opened !== undefined}
      onClose={onClose}
      widthPx={880}
      title={<bdi>{t(`title.${kind}`, { name })}</bdi>}
    >
      {opened ? (
        <OpenPicture
          key={opened.pictureId}
          told={opened}
          name={name}
          isOwn={isOwn}
          steps={{ number: index + 1, count: pictures.length, step }}
        />
      ) : null}
    </Dialog>
  );
}

function OpenPicture({
  told,
  name,
  isOwn,
  steps,
}: {
  told: CustomerPicture;
  name: string;
  isOwn: boolean;
  steps: Steps;
}) {
  const { t } = useTranslation('customer-pictures');
  const { altOf, whyOf } = usePictureWords(name);
  const { picture, isComing } = usePicture(told, true);
  const { url, widthPx = 640, heightPx = 480 } = picture;
  return (
    <div className="cview">
      <div className="cview-frame">
        {url === undefined ? (
          <p className="cview-none muted" role="status">
            {isComing ? t('coming') : whyOf(picture)?.text}
          </p>
        ) : (
          <img src={url} alt={altOf(picture, steps)} width={widthPx} height={heightPx} />
        )}
      </div>
      <Arrows steps={steps} />
      {picture.kind === 'film' ? <p>{t('filmWhere')}</p> : null}
      {picture.moves ? <p>{t('movesWhere')}</p> : null}
      {isOwn ? null : <p className="small muted">{t('permission', { name })}</p>}
      {url === undefined ? null : <PictureDeeds picture={picture} url={url} name={name} />}
    </div>
  );
}

function Arrows({ steps: { number, count, step } }: { steps: Steps }) {
  const { t } = useTranslation('customer-pictures');
  if (count < 2) return null;
  return (
    <div className="cview-steps">
      <IconButton
        label={t('before')}
        icon={<IconChevronLeft aria-hidden />}
        onClick={() => step(-1)}
      />
      <span className="num" aria-live="polite">
        {t('place', { number, of: count })}
      </span>
      <IconButton
        label={t('after')}
        icon={<IconChevronRight aria-hidden />}
        onClick={() => step(1)}
      />
    </div>
  );
}

function PictureDeeds({
  picture: { pictureId, kind },
  url,
  name,
}: {
  picture: CustomerPicture;
  url: string;
  name: string;
}) {
  const { t } = useTranslation('customer-pictures');
  const api = useApi();
  const toast = useToast();
  const keep = useChange(
    api.customerPictures.keep.mutationOptions({
      onSuccess: ({ already }) => toast({ text: t(already ? 'keptBefore' : 'kept') }),
    }),
  );
  if (kind === 'film') return null;
  const fileName = `${fileLabel(t('fileName', { name }))}.webp`;
  return (
    <div className="cview-deeds">
      <Button
        icon={<IconPhotoPlus aria-hidden />}
        busy={keep.isPending}
        onClick={() => keep.mutate({ pictureId })}
      >
        {t('keep')}
      </Button>
      <a className="btn btn-plain btn-md" href={url} download={fileName}>
        <IconDownload aria-hidden />
        {t('save')}
      </a>
    </div>
  );
}
