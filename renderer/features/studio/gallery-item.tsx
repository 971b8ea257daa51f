import { IconPlayerPlayFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../shared/contract/media.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { useNow } from '../../link/use-now.ts';

/** A creation in its own shape on a neutral ground, with its name and when it was made. */
export function GalleryItem({
  asset,
  leftPx,
  topPx,
  widthPx,
  onOpen,
}: {
  asset: Asset;
  leftPx: number;
  topPx: number;
  widthPx: number;
  onOpen: () => void;
}) {
  const { t } = useTranslation('studio-page');
  const formats = useFormats();
  const now = useNow();
  const seconds = Math.round((asset.durationMs ?? 0) / 1000);
  return (
    <li
      className="studio-creation"
      style={{ width: widthPx, transform: `translate(${leftPx}px, ${topPx}px)` }}
    >
      <button type="button" onClick={onOpen}>
        <span className="studio-creation-picture">
          <img src={asset.thumbUrl} alt="" loading="lazy" draggable={false} />
          {asset.kind === 'video' ? (
            <span className="studio-film num">
              <IconPlayerPlayFilled aria-hidden />
              {t('gallery.seconds', { count: seconds })}
            </span>
          ) : null}
        </span>
        <span className="cut small">{asset.name}</span>
        <span className="cut small muted num">{formats.near(asset.createdAt, now)}</span>
      </button>
    </li>
  );
}
