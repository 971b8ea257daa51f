import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LibraryItem } from '../../../../shared/contract/library.ts';
import { TextButton } from '../../../ui/text-button.tsx';

/** A film, a sound, or a picture that fits its place; zoomed it shows its own pixels. A photo that was
 *  worked on can be looked at as it came. */
export function LargePicture({
  asset,
  isZoomed,
  onZoom,
}: {
  asset: LibraryItem;
  isZoomed: boolean;
  onZoom: () => void;
}) {
  const { t } = useTranslation(['library', 'studio-page']);
  const [beforeId, setBeforeId] = useState<string>();
  const isBefore = beforeId === asset.id;
  if (asset.kind === 'video')
    return <video src={asset.url} poster={asset.thumbUrl} controls playsInline />;
  if (asset.kind === 'audio') return <audio src={asset.url} controls />;
  const original = `/media/${asset.id}/original`;
  const isWorked = asset.url !== original;
  const { widthPx = 1, heightPx = 1 } = asset;
  const shape = isZoomed || isBefore ? {} : { aspectRatio: `${widthPx} / ${heightPx}` };
  return (
    <>
      <button
        type="button"
        // The window opens with the focus here: on its closing cross, Space would close it.
        data-autofocus
        className={isZoomed ? 'studio-zoom studio-zoomed' : 'studio-zoom'}
        aria-pressed={isZoomed}
        aria-label={t('studio-page:large.zoom')}
        onClick={onZoom}
      >
        <img
          src={isBefore || (isZoomed && !isWorked) ? original : asset.url}
          alt={asset.name}
          decoding="async"
          style={shape}
        />
      </button>
      {isWorked ? (
        <TextButton
          aria-pressed={isBefore}
          onClick={() => setBeforeId(isBefore ? undefined : asset.id)}
        >
          {t(isBefore ? 'large.after' : 'large.before')}
        </TextButton>
      ) : null}
    </>
  );
}
