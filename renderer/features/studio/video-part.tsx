import { useDraggable, useDroppable } from '@dnd-kit/core';
import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../link/formats-context.tsx';

/** A photo of the video: drawn to another place, moved with Alt and the arrows, taken out with Delete. */
export function VideoPart({
  at,
  total,
  assetId,
  name,
  durationMs,
  isLost,
  onKeyDown,
  onRemove,
}: {
  at: number;
  total: number;
  assetId: string;
  name: string;
  durationMs: number | undefined;
  /** The video leaves it out because it is too small. */
  isLost: boolean;
  onKeyDown: (event: KeyboardEvent) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation('studio-page');
  const drag = useDraggable({ id: at });
  const drop = useDroppable({ id: at });
  const state = drag.isDragging ? 'video-part-lifted' : drop.isOver ? 'video-part-over' : '';
  const { transform } = drag;
  return (
    <li
      ref={drop.setNodeRef}
      className={`video-part ${state}`}
      style={{ flexGrow: durationMs || 1000 }}
    >
      <button
        type="button"
        ref={drag.setNodeRef}
        className="video-part-photo"
        style={{
          backgroundImage: `url("/media/${assetId}/thumb")`,
          ...(transform ? { transform: `translate(${transform.x}px, ${transform.y}px)` } : {}),
        }}
        aria-description={t('strip.keys')}
        {...drag.listeners}
        onKeyDown={onKeyDown}
      >
        <span className="hidden-text">{t('strip.place', { place: at + 1, total, name })}</span>
        <PartSign durationMs={durationMs} isLost={isLost} />
      </button>
      <button
        type="button"
        className="video-part-remove"
        aria-label={t('strip.remove', { name, place: at + 1 })}
        onClick={onRemove}
      >
        <IconX aria-hidden />
      </button>
    </li>
  );
}

/** How long the photo is seen, or that it is not. */
function PartSign({ durationMs, isLost }: { durationMs: number | undefined; isLost: boolean }) {
  const { t } = useTranslation('studio-page');
  const { locale } = useFormats();
  if (isLost)
    return (
      <span className="video-part-time">
        <IconAlertTriangle aria-hidden />
        {t('strip.small')}
      </span>
    );
  if (!durationMs) return null;
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  const seconds = (durationMs / 1000).toLocaleString(locale, digits);
  return <span className="video-part-time num">{t('strip.seconds', { seconds })}</span>;
}
