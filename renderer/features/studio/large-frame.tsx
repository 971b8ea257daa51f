import { IconPencil } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { BatchPicture } from '../../../shared/contract/batches.ts';
import type { Product } from '../../../shared/contract/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { BeforeChoice } from './before-choice.tsx';
import { formatNames } from './frame-sizes.ts';
import { LargeView } from './large-view.tsx';
import { neighbourFrame, type OpenedFrame } from './neighbour-frame.ts';
import { PhotoChoice } from './photo-choice.tsx';
import { ScenePreview, usePreview } from './scene-preview.tsx';
import { pictureAt, useBatchRows } from './use-batch-rows.ts';
import { useFrameDeeds } from './use-frame-deeds.ts';
import type { Pictures } from './use-pictures.ts';
import type { What } from './use-what.ts';
import { wishOf } from './wish-of.ts';

const largeSidePx = 1200;

/** A frame of the results in large: the file once it is made, before that the drawing; with all that can
 *  be done with this one picture. */
export function LargeFrame({
  opened,
  what,
  pictures,
  onOpen,
  onClose,
}: {
  opened: OpenedFrame;
  what: What;
  pictures: Pictures;
  onOpen: (opened: OpenedFrame) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('studio-page');
  const place = what.chosen.findIndex(({ id }) => id === opened.productId);
  const at = Math.max(0, place);
  const { rows } = useBatchRows(pictures.work.batchId, 'all', { first: at, last: at });
  const product = what.chosen[place];
  if (!product) return null;
  const row = [...rows.values()].find(({ productId }) => productId === product.id);
  const picture = pictureAt(row, opened);
  const column = pictures.columns.find(
    ({ templateId, format }) => templateId === opened.templateId && format === opened.format,
  );
  const step = (by: 1 | -1) => {
    const next = neighbourFrame(what.chosen, pictures.columns, opened, by, pictures.places.has);
    if (next) onOpen(next);
  };
  const isMade = picture?.assetId !== undefined && picture.state === 'made';
  return (
    <LargeView
      title={`${product.title} · ${t(`format.long.${formatNames[opened.format]}`)}${
        column && (pictures.chosen.length > 1 || column.slide > 0) ? ` · ${column.name}` : ''
      }`}
      onClose={onClose}
      onStep={step}
      below={<BeforeChoice {...{ product, opened, pictures }} nowId={picture?.photoAssetId} />}
      footer={<Deeds {...{ opened, picture, product, pictures, isMade }} />}
    >
      {isMade ? (
        <img src={`/media/${picture.assetId}/original`} alt={product.title} />
      ) : (
        <LargePreview {...{ product, opened, pictures, picture }} />
      )}
      <Words picture={picture} />
    </LargeView>
  );
}

function Words({ picture }: { picture: BatchPicture | undefined }) {
  const { t } = useTranslation('batch');
  if (!picture) return null;
  const { problem, notes, creationId } = picture;
  return (
    <>
      {problem ? (
        <p className="studio-warning">
          {problem.title}. {problem.what} {problem.todo}
        </p>
      ) : null}
      {notes.map((note) => (
        <p key={note.code} className="studio-warning">
          {note.text}
        </p>
      ))}
      {creationId ? <p className="small muted">{t('byHand')}</p> : null}
    </>
  );
}

function Deeds({
  opened,
  picture,
  product,
  pictures,
  isMade,
}: {
  opened: OpenedFrame;
  picture: BatchPicture | undefined;
  product: Product;
  pictures: Pictures;
  isMade: boolean;
}) {
  const { t } = useTranslation(['studio-page', 'batch']);
  const navigate = useNavigate();
  const deeds = useFrameDeeds(pictures);
  if (!picture) return <TitleField product={product} pictures={pictures} />;
  const isOut = picture.state === 'excluded';
  const use = () =>
    void navigate({
      to: '/plan',
      search: { new: '1', assets: picture.assetId ?? '', product: product.id },
    });
  return (
    <>
      <PhotoChoice
        product={product}
        chosenId={picture.photoAssetId}
        onChoose={(photoId) => void deeds.choosePhoto(opened, photoId)}
      />
      <span className="grow" />
      <Button kind="quiet" onClick={() => void deeds.exclude([opened], !isOut)}>
        {t(isOut ? 'batch:takeIn' : 'batch:leaveOut')}
      </Button>
      {picture.creationId ? (
        <Button kind="quiet" onClick={() => void deeds.letGo(opened)}>
          {t('batch:template')}
        </Button>
      ) : null}
      <Button
        icon={<IconPencil aria-hidden />}
        disabled={picture.assetId === undefined}
        onClick={() => void deeds.edit(opened)}
      >
        {t('batch:edit')}
      </Button>
      {isMade ? (
        <Button kind="primary" onClick={use}>
          {t('large.use')}
        </Button>
      ) : (
        <Button
          kind="primary"
          disabled={isOut || pictures.work.isRunning}
          onClick={() => void pictures.make({ only: [opened] })}
        >
          {t('batch:makeOne')}
        </Button>
      )}
    </>
  );
}

function LargePreview({
  product,
  opened,
  pictures,
  picture,
}: {
  product: Product;
  opened: OpenedFrame;
  pictures: Pictures;
  picture: BatchPicture | undefined;
}) {
  const isShared = pictures.columns.some(
    (one) => one.templateId === opened.templateId && one.takesSeveral,
  );
  const wish = wishOf(pictures.asked, product, opened, {
    photoAssetId: picture?.photoAssetId,
    ...(isShared && { others: pictures.places.others(product.id) }),
  });
  const preview = usePreview(wish, largeSidePx);
  return (
    <>
      <ScenePreview key={opened.format} wish={wish} label={product.title} maxSidePx={largeSidePx} />
      {preview.data?.notes.map((note) => (
        <p key={note.code} className="studio-warning">
          {note.text}
        </p>
      ))}
    </>
  );
}

function TitleField({ product, pictures }: { product: Product; pictures: Pictures }) {
  const { t } = useTranslation('studio-page');
  return (
    <div className="studio-large-title">
      <TextField
        label={t('large.title')}
        value={pictures.titles[product.id] ?? ''}
        placeholder={product.title}
        maxLength={200}
        onChange={(title) => pictures.setTitle(product.id, title)}
      />
    </div>
  );
}
