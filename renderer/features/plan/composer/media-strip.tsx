import {
  DndContext,
  PointerSensor,
  closestCenter,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { IconPlus } from '@tabler/icons-react';
import { memo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../../shared/contract/media.ts';
import { Thumbnail } from '../../../ui/thumbnail.tsx';
import { useStable } from '../../../ui/use-stable.ts';
import { moveItem } from './media-order.ts';
import type { PostMedium } from './post-medium.ts';

type Props = {
  media: readonly PostMedium[];
  assets: ReadonlyMap<string, Asset>;
  index: number;
  readOnly: boolean;
  onIndex: (index: number) => void;
  onMedia: (media: PostMedium[]) => void;
  onAdd: () => void;
};

/** All media in order; drawn or moved with Alt and the arrow keys, taken out with Delete. */
export function MediaStrip(props: Props) {
  const { t } = useTranslation('composer');
  const { media, assets, index, readOnly, onIndex, onMedia, onAdd } = props;
  const [said, setSaid] = useState('');
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 5 } }));
  const move = (from: number, to: number) => {
    if (to < 0 || to >= media.length || from === to) return;
    onMedia(moveItem(media, from, to));
    onIndex(to);
    setSaid(t('media.moved', { place: to + 1, total: media.length }));
  };
  const remove = (at: number) => {
    onMedia(media.filter((_, other) => other !== at));
    onIndex(Math.max(0, at - 1));
    setSaid(t('media.removed'));
  };
  const onKeyDown = useStable((event: KeyboardEvent, at: number) => {
    if (readOnly) return;
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.altKey && step) {
      event.preventDefault();
      move(at, at + step);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      remove(at);
    }
  });
  return (
    <>
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={({ active, over }) => over && move(Number(active.id), Number(over.id))}
      >
        <ul className="strip">
          {media.map((medium, at) => (
            <li key={medium.assetId}>
              <StripThumb
                at={at}
                total={media.length}
                medium={medium}
                asset={assets.get(medium.assetId)}
                isShown={at === index}
                readOnly={readOnly}
                onIndex={onIndex}
                onKeyDown={onKeyDown}
              />
            </li>
          ))}
          {readOnly ? null : (
            <li>
              <button
                type="button"
                className="strip-add"
                aria-label={t('media.add')}
                onClick={onAdd}
              >
                <IconPlus aria-hidden />
              </button>
            </li>
          )}
        </ul>
      </DndContext>
      <p id="strip-keys" hidden>
        {t('media.keys')}
      </p>
      <p className="hidden-text" role="status">
        {said}
      </p>
    </>
  );
}

type ThumbProps = Pick<Props, 'readOnly' | 'onIndex'> & {
  at: number;
  total: number;
  medium: PostMedium;
  asset: Asset | undefined;
  isShown: boolean;
  onKeyDown: (event: KeyboardEvent, at: number) => void;
};

/** Not drawn with the letters of another picture's words. */
const StripThumb = memo(function StripThumb(props: ThumbProps) {
  const { at, total, medium, asset, isShown, readOnly, onIndex, onKeyDown } = props;
  const { t } = useTranslation('composer');
  const drag = useDraggable({ id: at, disabled: readOnly });
  const drop = useDroppable({ id: at });
  const classes = [
    'strip-thumb',
    drag.isDragging && 'strip-lifted',
    drop.isOver && !drag.isDragging && 'strip-over',
  ];
  const place = t('media.place', { place: at + 1, total });
  return (
    <button
      type="button"
      ref={(node) => {
        drag.setNodeRef(node);
        drop.setNodeRef(node);
      }}
      className={classes.filter(Boolean).join(' ')}
      style={
        drag.transform
          ? { transform: `translate(${drag.transform.x}px, ${drag.transform.y}px)` }
          : undefined
      }
      aria-label={`${place} ${medium.alt ?? asset?.name ?? ''}`}
      aria-describedby={readOnly ? undefined : 'strip-keys'}
      aria-pressed={isShown}
      {...drag.listeners}
      onKeyDown={(event) => onKeyDown(event, at)}
      onClick={() => onIndex(at)}
    >
      <Thumbnail url={asset?.thumbUrl} widthPx={52} heightPx={64} film={asset?.kind === 'video'} />
    </button>
  );
});
