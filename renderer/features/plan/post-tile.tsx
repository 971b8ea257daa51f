import { useDraggable } from '@dnd-kit/core';
import { IconAlertTriangle, IconCheck, IconHelpCircle, IconTrash } from '@tabler/icons-react';
import type { CSSProperties, MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostTile } from '../../../shared/contract/posts.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { NetworkIcon } from '../../ui/network-icon.tsx';
import { PostState } from '../../ui/post-state.tsx';
import { Thumbnail } from '../../ui/thumbnail.tsx';
import { CampaignMark } from './campaigns/campaign-mark.tsx';
import { ForeignTime, TileMarks } from './tile-marks.tsx';
import { isMovable } from './place-posts.ts';
import { useTileSurroundings } from './tile-context.ts';

type TileProps = {
  tile: PostTile;
  /** The day or hour in which it stands, where arrow keys go from place to place. */
  spot?: string;
};

const silent = new Set(['scheduled', 'preparing', 'ready']);
const bad = new Set(['failed', 'missed']);

/** `asks` in sun, `bad` in berry, else nothing. */
export function tileMood(tile: PostTile): 'asks' | 'bad' | undefined {
  if (bad.has(tile.state)) return 'bad';
  return tile.asks || tile.state === 'uncertain' ? 'asks' : undefined;
}

/** The tile lifted by mouse or space bar; a click or Enter opens it, with Ctrl or Shift it is picked. */
function useLift({ tile, spot }: TileProps) {
  const { t } = useTranslation('plan');
  const { openId, picked, onPress } = useTileSurroundings();
  const canMove = isMovable(tile);
  const drag = useDraggable({ id: tile.id, data: { tile }, disabled: !canMove });
  return {
    lifted: drag.isDragging,
    chosen: tile.id === openId,
    picked: picked.has(tile.id),
    props: {
      ref: drag.setNodeRef,
      ...drag.listeners,
      'data-post': tile.id,
      'data-of': spot,
      'aria-roledescription': canMove ? t('tileRole') : undefined,
      'aria-describedby': canMove ? drag.attributes['aria-describedby'] : undefined,
      'aria-pressed': picked.size > 0 ? picked.has(tile.id) : undefined,
      onClick: (event: MouseEvent) => onPress(tile.id, event),
    },
  };
}

/** A post where there is room: picture, time, networks, title, and its state where that says something. */
export function PostTileButton({
  tile,
  spot,
  style,
  slim = false,
}: TileProps & {
  style?: CSSProperties;
  /** Of one line's height, in a column of hours. */
  slim?: boolean;
}) {
  const lift = useLift({ tile, ...(spot === undefined ? {} : { spot }) });
  const mood = tileMood(tile);
  const classes = [
    'tile',
    slim && 'tile-slim',
    tile.state === 'published' && 'tile-published',
    tile.state === 'removed' && 'tile-removed',
    tile.state === 'draft' && 'tile-draft',
    mood && `tile-${mood}`,
    lift.chosen && 'tile-chosen',
    lift.picked && 'tile-picked',
    lift.lifted && 'tile-lifted',
  ];
  return (
    <button
      type="button"
      className={classes.filter(Boolean).join(' ')}
      style={style}
      {...lift.props}
    >
      <TileBody tile={tile} />
      {lift.picked ? <PickedMark /> : null}
    </button>
  );
}

/** What a tile shows; also drawn under the pointer while it is dragged, with the time it would get. */
export function TileBody({ tile, time }: { tile: PostTile; time?: string }) {
  const formats = useFormats();
  const { campaigns } = useTileSurroundings();
  const campaign = tile.campaignId === undefined ? undefined : campaigns.get(tile.campaignId);
  const quiet = silent.has(tile.state);
  return (
    <>
      <Thumbnail url={tile.thumbUrl} />
      <span className="tile-words">
        <span className="tile-top">
          <b className="num">{time ?? (tile.at ? formats.time(tile.at) : '')}</b>
          <span className="tile-marks">
            {campaign ? (
              <span title={campaign.name}>
                <CampaignMark colour={campaign.colour} />
                <span className="hidden-text">{campaign.name}</span>
              </span>
            ) : null}
            <TileMarks tile={tile} />
            <NetworkIcon network={tile.networks} />
          </span>
        </span>
        <ForeignTime tile={tile} />
        <span className={quiet ? 'tile-title' : 'tile-title tile-title-short'}>{tile.title}</span>
        {quiet ? null : <PostState state={tile.state} />}
      </span>
    </>
  );
}

/** A post in a past week or beside the open sheet: its picture, and words where there is room. */
export function PostMini({
  tile,
  spot,
  words,
  widthPx = 40,
}: TileProps & { words: boolean; widthPx?: number }) {
  const { t } = useTranslation(['plan', 'ui']);
  const lift = useLift({ tile, ...(spot === undefined ? {} : { spot }) });
  const formats = useFormats();
  const mood = tileMood(tile);
  const classes = [
    'mini',
    mood && `mini-${mood}`,
    tile.state === 'removed' && 'mini-removed',
    lift.chosen && 'mini-chosen',
    lift.picked && 'mini-picked',
    lift.lifted && 'tile-lifted',
  ];
  const time = tile.at ? formats.time(tile.at) : '';
  const name = [tile.title, time, t(`ui:state.${tile.state}`)].filter(Boolean).join(', ');
  return (
    <button
      type="button"
      className={classes.filter(Boolean).join(' ')}
      aria-label={name}
      {...lift.props}
    >
      <span className="mini-picture">
        <Thumbnail url={tile.thumbUrl} widthPx={widthPx} heightPx={Math.round(widthPx * 1.2)} />
        {mood && !lift.picked ? (
          <span className="mini-mark">
            {mood === 'bad' ? <IconAlertTriangle aria-hidden /> : <IconHelpCircle aria-hidden />}
          </span>
        ) : null}
        {tile.state === 'removed' && !lift.picked ? (
          <span className="mini-mark mini-mark-removed">
            <IconTrash aria-hidden />
          </span>
        ) : null}
        {lift.picked ? <PickedMark /> : null}
      </span>
      {words ? (
        <span className="mini-words">
          <span className="num">{time}</span>
          {mood || tile.state === 'removed' ? (
            <PostState state={tile.state} />
          ) : (
            <NetworkIcon network={tile.networks} />
          )}
        </span>
      ) : null}
    </button>
  );
}

/** Beside the colour of the frame, for those who do not see it. */
function PickedMark() {
  return (
    <span className="picked-mark">
      <IconCheck aria-hidden />
    </span>
  );
}
