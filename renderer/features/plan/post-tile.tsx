import { useDraggable } from '@dnd-kit/core';
import { IconAlertTriangle, IconHelpCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PostTile } from '../../../shared/contract/posts.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { NetworkIcon } from '../../ui/network-icon.tsx';
import { PostState } from '../../ui/post-state.tsx';
import { Thumbnail } from '../../ui/thumbnail.tsx';
import { isMovable } from './place-posts.ts';

export type TileProps = {
  tile: PostTile;
  onOpen: (postId: string) => void;
  /** The one whose sheet is open. */
  chosen?: boolean;
};

const silent = new Set(['scheduled', 'preparing', 'ready']);
const bad = new Set(['failed', 'missed']);

/** `asks` in sun, `bad` in berry, else nothing. */
export function tileMood(tile: PostTile): 'asks' | 'bad' | undefined {
  if (bad.has(tile.state)) return 'bad';
  return tile.asks || tile.state === 'uncertain' ? 'asks' : undefined;
}

/** The tile lifted by mouse or space bar; a click or Enter opens it. */
function useLift({ tile, onOpen }: TileProps) {
  const { t } = useTranslation('plan');
  const drag = useDraggable({ id: tile.id, data: { tile }, disabled: !isMovable(tile) });
  return {
    lifted: drag.isDragging,
    props: {
      ref: drag.setNodeRef,
      ...drag.listeners,
      'data-post': tile.id,
      'aria-roledescription': isMovable(tile) ? t('tileRole') : undefined,
      'aria-describedby': isMovable(tile) ? drag.attributes['aria-describedby'] : undefined,
      onClick: () => onOpen(tile.id),
    },
  };
}

/** A post in a roomy week: picture, time, networks, title, and its state where that says something. */
export function PostTileButton(props: TileProps) {
  const { tile, chosen = false } = props;
  const { lifted, props: lift } = useLift(props);
  const mood = tileMood(tile);
  const classes = [
    'tile',
    tile.state === 'published' && 'tile-published',
    tile.state === 'draft' && 'tile-draft',
    mood && `tile-${mood}`,
    chosen && 'tile-chosen',
    lifted && 'tile-lifted',
  ];
  return (
    <button type="button" className={classes.filter(Boolean).join(' ')} {...lift}>
      <TileBody tile={tile} />
    </button>
  );
}

/** What a tile shows; also drawn under the pointer while it is dragged. */
export function TileBody({ tile }: { tile: PostTile }) {
  const formats = useFormats();
  const quiet = silent.has(tile.state);
  return (
    <>
      <Thumbnail url={tile.thumbUrl} />
      <span className="tile-words">
        <span className="tile-top">
          <b className="num">{tile.at ? formats.time(tile.at) : ''}</b>
          <NetworkIcon network={tile.networks} />
        </span>
        <span className={quiet ? 'tile-title' : 'tile-title tile-title-short'}>{tile.title}</span>
        {quiet ? null : <PostState state={tile.state} />}
      </span>
    </>
  );
}

/** A post in a past week or beside the open sheet: its picture, and words where there is room. */
export function PostMini(props: TileProps & { words: boolean; widthPx?: number }) {
  const { t } = useTranslation(['plan', 'ui']);
  const { tile, words, chosen = false, widthPx = 40 } = props;
  const { lifted, props: lift } = useLift(props);
  const formats = useFormats();
  const mood = tileMood(tile);
  const classes = [
    'mini',
    mood && `mini-${mood}`,
    chosen && 'mini-chosen',
    lifted && 'tile-lifted',
  ];
  const time = tile.at ? formats.time(tile.at) : '';
  const name = [tile.title, time, t(`ui:state.${tile.state}`)].filter(Boolean).join(', ');
  return (
    <button type="button" className={classes.filter(Boolean).join(' ')} aria-label={name} {...lift}>
      <span className="mini-picture">
        <Thumbnail url={tile.thumbUrl} widthPx={widthPx} heightPx={Math.round(widthPx * 1.2)} />
        {mood ? (
          <span className="mini-mark">
            {mood === 'bad' ? <IconAlertTriangle aria-hidden /> : <IconHelpCircle aria-hidden />}
          </span>
        ) : null}
      </span>
      {words ? (
        <span className="mini-words">
          <span className="num">{time}</span>
          {mood ? <PostState state={tile.state} /> : <NetworkIcon network={tile.networks} />}
        </span>
      ) : null}
    </button>
  );
}
