import { IconCrop, IconTag, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../../shared/contract/media.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { MediumAlt } from './medium-alt.tsx';
import { PhotoStage } from './photo-stage.tsx';
import type { Place, PostMedium, Tag } from './post-medium.ts';
import { ProductChooser } from './product-chooser.tsx';
import { TagList } from './tag-list.tsx';

type Props = {
  medium: PostMedium;
  asset: Asset | undefined;
  /** Networks take no words for a story. */
  isStory: boolean;
  readOnly: boolean;
  onChange: (patch: Partial<PostMedium>) => void;
  onRemove: () => void;
  /** Asks which part of the picture is shown. */
  onCrop: () => void;
  /** The strip, between the picture and what belongs to it. */
  children: ReactNode;
};

/** One medium with all that belongs to it: tags, and words for who cannot see it. */
export function ShownMedium({
  medium,
  asset,
  isStory,
  readOnly,
  onChange,
  onRemove,
  onCrop,
  children,
}: Props) {
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
        <ShotTools
          onTag={() => setPending({ x: 0.5, y: 0.5 })}
          onRemove={onRemove}
          onCrop={isVideo ? undefined : onCrop}
        />
      )}
      <MediumAlt
        medium={medium}
        isVideo={isVideo}
        isStory={isStory}
        readOnly={readOnly}
        onChange={(alt) => onChange({ alt })}
      />
      <TagList tags={tags} readOnly={readOnly} onTags={setTags} />
    </>
  );
}

function ShotTools({
  onTag,
  onRemove,
  onCrop,
}: {
  onTag: () => void;
  onRemove: () => void;
  onCrop: (() => void) | undefined;
}) {
  const { t } = useTranslation('composer');
  return (
    <div className="shot-tools">
      <Button kind="quiet" icon={<IconTag aria-hidden />} onClick={onTag}>
        {t('tags.add')}
      </Button>
      {onCrop ? <IconButton label={t('crop.open')} icon={<IconCrop />} onClick={onCrop} /> : null}
      <IconButton label={t('media.remove')} icon={<IconTrash />} onClick={onRemove} />
    </div>
  );
}
