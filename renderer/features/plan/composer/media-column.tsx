import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../../shared/contract/media.ts';
import type { PostContent } from '../../../../shared/contract/posts.ts';
import { Button } from '../../../ui/button.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { MediaPicker } from './media-picker.tsx';
import { MediaStrip } from './media-strip.tsx';
import { PhotoStage } from './photo-stage.tsx';
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
  const asset = medium ? assets.get(medium.assetId) : undefined;
  const setMedia = (next: PostMedium[]) => draft.change({ media: next });
  const changeShown = (patch: Partial<PostMedium>) =>
    setMedia(media.map((one, at) => (at === index ? { ...one, ...patch } : one)));
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
        <PhotoStage
          key={medium.assetId}
          medium={medium}
          asset={asset}
          readOnly={readOnly}
          onTags={(tags) => changeShown({ tags })}
        />
      ) : (
        <div className="stage-empty">
          <p>{t('media.none')}</p>
          {readOnly ? null : <Button onClick={() => setPicking(true)}>{t('media.choose')}</Button>}
        </div>
      )}
      {media.length > 0 ? (
        <MediaStrip
          media={media}
          assets={assets}
          index={index}
          readOnly={readOnly}
          onIndex={onIndex}
          onMedia={setMedia}
          onAdd={() => setPicking(true)}
        />
      ) : null}
      {medium && asset?.kind !== 'video' ? (
        <TextArea
          label={t('alt.label')}
          hint={readOnly ? undefined : t('alt.hint')}
          rows={2}
          maxLength={1000}
          readOnly={readOnly}
          value={medium.alt ?? ''}
          onChange={(alt) => changeShown({ alt })}
        />
      ) : null}
      <MediaPicker opened={picking} onClose={() => setPicking(false)} onPick={add} />
    </section>
  );
}
