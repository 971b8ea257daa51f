import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../../shared/contract/media.ts';
import { Button } from '../../../ui/button.tsx';
import type { DraftOf } from './draft-of.ts';
import { MediaPicker } from './media-picker.tsx';
import { MediaStrip } from './media-strip.tsx';
import type { PostMedium } from './post-medium.ts';
import { ShownMedium } from './shown-medium.tsx';
import { useAltSuggestions } from './use-alt-suggestions.ts';

type Props = {
  draft: DraftOf<'media' | 'kind'>;
  assets: ReadonlyMap<string, Asset>;
  index: number;
  onIndex: (index: number) => void;
  readOnly: boolean;
  onCrop: (index: number) => void;
};

const mostMedia = 30;

/** The chosen picture large with its tags, all of them in order, and the words for who cannot see. */
export const MediaColumn = memo(function MediaColumn(props: Props) {
  const { draft, assets, index, onIndex, readOnly, onCrop } = props;
  const { t } = useTranslation('composer');
  const [picking, setPicking] = useState(false);
  const { media } = draft.content;
  useAltSuggestions(draft, assets);
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
          isStory={draft.content.kind === 'story'}
          readOnly={readOnly}
          onChange={(patch) =>
            setMedia(media.map((one, at) => (at === index ? { ...one, ...patch } : one)))
          }
          onCrop={() => onCrop(index)}
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
});
