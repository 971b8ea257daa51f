import { IconTag, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../../shared/contract/media.ts';
import type { PostContent } from '../../../../shared/contract/posts.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { MediaPicker } from './media-picker.tsx';
import { MediaStrip } from './media-strip.tsx';
import { PhotoStage, type Place, type Tag } from './photo-stage.tsx';
import { ProductChooser } from './product-chooser.tsx';
import { TagList } from './tag-list.tsx';
import type { PostDraft } from './use-post-draft.ts';

export type PostMedium = PostContent['media'][number];

type Props = {
  draft: PostDraft;
  assets: ReadonlyMap<string, Asset>;
  index: number;
  onIndex: (index: number) => void;
  readOnly: boolean;
};

const mostMedia = 30;

/** The chosen picture large with its tags, all of them in order, and the words for who cannot see. */
export function MediaColumn({ draft, assets, index, onIndex, readOnly }: Props) {
  const { t } = useTranslation('composer');
  const [picking, setPicking] = useState(false);
  const { media } = draft.content;
  const medium = media[index];
  const setMedia = (next: PostMedium[]) => draft.change({ media: next });
  const add = (assetIds: readonly string[]) => {
    setPicking(false);
    const known = new Set(media.map((one) => one.assetId));
    const fresh = assetIds.filter((assetId) => !known.has(assetId));
    if (fresh.length === 0) return;
    setMedia([...media, ...fresh.map((assetId) => ({ assetId }))].slice(0, mostMedia));
    onIndex(media.length);
  };
  return (
    <section aria-label={t('media.label')}>
      {medium ? (
        <ShownMedium
          key={medium.assetId}
          medium={medium}
          asset={assets.get(medium.assetId)}
          readOnly={readOnly}
          onChange={(patch) =>
            setMedia(media.map((one, at) => (at === index ? { ...one, ...patch } : one)))
          }
          onRemove={() => {
            setMedia(media.filter((_, at) => at !== index));
            onIndex(Math.max(0, index - 1));
          }}
        >
          <MediaStrip
            media={media}
            assets={assets}
            index={index}
            readOnly={readOnly}
            onIndex={onIndex}
            onMedia={setMedia}
            onAdd={() => setPicking(true)}
          />
        </ShownMedium>
      ) : (
        <div className="stage-empty">
          <p>{t('media.none')}</p>
          {readOnly ? null : <Button onClick={() => setPicking(true)}>{t('media.choose')}</Button>}
        </div>
      )}
      <MediaPicker opened={picking} onClose={() => setPicking(false)} onPick={add} />
    </section>
  );
}

function ShownMedium({
  medium,
  asset,
  readOnly,
  onChange,
  onRemove,
  children,
}: {
  medium: PostMedium;
  asset: Asset | undefined;
  readOnly: boolean;
  onChange: (patch: Partial<PostMedium>) => void;
  onRemove: () => void;
  /** The strip, between the picture and what belongs to it. */
  children: ReactNode;
}) {
  const { t } = useTranslation('composer');
  const [pending, setPending] = useState<Place>();
  const tags = medium.tags ?? [];
  const isVideo = asset?.kind === 'video';
  const choose = (productId: string) => {
    if (pending) onChange({ tags: [...tags, isVideo ? { productId } : { productId, ...pending }] });
    setPending(undefined);
  };
  const setTags = (next: Tag[]) => onChange({ tags: next });
  return (
    <>
      <PhotoStage
        medium={medium}
        asset={asset}
        pending={pending}
        readOnly={readOnly}
        onPlace={setPending}
        onTags={setTags}
      />
      {pending ? <ProductChooser onChoose={choose} onClose={() => setPending(undefined)} /> : null}
      {children}
      {readOnly ? null : (
        <div className="shot-tools">
          <Button
            kind="quiet"
            icon={<IconTag aria-hidden />}
            onClick={() => setPending({ x: 0.5, y: 0.5 })}
          >
            {t('tags.add')}
          </Button>
          <IconButton label={t('media.remove')} icon={<IconTrash />} onClick={onRemove} />
        </div>
      )}
      {isVideo ? null : (
        <div className="stage-alt">
          <TextArea
            label={t('alt.label')}
            hint={readOnly ? undefined : t('alt.hint')}
            rows={2}
            maxLength={1000}
            readOnly={readOnly}
            value={medium.alt ?? ''}
            onChange={(alt) => onChange({ alt })}
          />
        </div>
      )}
      <TagList tags={tags} readOnly={readOnly} onTags={setTags} />
    </>
  );
}
