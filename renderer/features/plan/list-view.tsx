import { useQueries, keepPreviousData } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, type MouseEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostTile } from '../../../shared/contract/posts.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { useApi } from '../../link/link-provider.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NetworkIcon } from '../../ui/network-icon.tsx';
import { PostState } from '../../ui/post-state.tsx';
import { Skeleton, SkeletonRows } from '../../ui/skeleton.tsx';
import { Thumbnail } from '../../ui/thumbnail.tsx';
import { CampaignMark } from './campaigns/campaign-mark.tsx';
import { listWindows, windowsOf, type ListLine, type ListWindow } from './list-windows.ts';
import { ForeignTime, TileMarks } from './tile-marks.tsx';
import { useTileSurroundings } from './tile-context.ts';
import type { Plan } from './use-plan.ts';

const dayHeightPx = 36;
const postHeightPx = 60;

/** The same posts as lines, day by day. Only what is on screen is asked for and drawn, however many
 *  there are: the studio says how many each day has, so that the list has its full length at once. */
export function ListView({
  plan,
  frame,
  onShown,
}: {
  plan: Plan;
  /** What scrolls. */
  frame: RefObject<HTMLDivElement | null>;
  /** Hears the posts that were asked for, in order. */
  onShown: (postIds: readonly string[]) => void;
}) {
  const { t } = useTranslation('plan');
  const { lines, windows } = useMemo(
    () => listWindows(plan.held, plan.zone),
    [plan.held, plan.zone],
  );
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: (index) => (lines[index]?.kind === 'day' ? dayHeightPx : postHeightPx),
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 8,
  });
  const rows = virtual.getVirtualItems();
  const near = windowsOf(lines, rows[0]?.index ?? 0, rows.at(-1)?.index ?? 0);
  const held = useWindows(plan, windows, near);
  const ids = [...held.values()].flatMap((tiles) => tiles.map((tile) => tile.id));
  const idsKey = ids.join(' ');
  // By its words: the array is another one each time.
  useEffect(() => onShown(idsKey === '' ? [] : idsKey.split(' ')), [idsKey, onShown]);
  if (!plan.isLoaded) return <SkeletonRows count={8} />;
  if (lines.length === 0)
    return <EmptyState title={t(plan.filter.asks ? 'nothingAsks' : plan.filter.none)} />;
  return (
    <ul className="plan-list" style={{ height: virtual.getTotalSize() }}>
      {rows.map((row) => {
        const line = lines[row.index];
        if (!line) return null;
        const tile = line.kind === 'post' ? held.get(line.window)?.[line.nth] : undefined;
        return (
          <li
            key={row.key}
            aria-setsize={lines.length}
            aria-posinset={row.index + 1}
            style={{ height: row.size, transform: `translateY(${row.start}px)` }}
          >
            <Line line={line} tile={tile} />
          </li>
        );
      })}
    </ul>
  );
}

/** The posts of the windows near what is on screen, by the number of the window. */
function useWindows(
  plan: Plan,
  windows: readonly ListWindow[],
  near: readonly number[],
): ReadonlyMap<number, readonly PostTile[]> {
  const api = useApi();
  const answers = useQueries({
    queries: near.map((index) => {
      const { fromAt, toAt } = windows[index] ?? { fromAt: 0, toAt: 0 };
      return api.posts.calendar.queryOptions({
        input: {
          ...plan.filter.wish,
          from: new Date(fromAt).toISOString(),
          to: new Date(toAt).toISOString(),
        },
        placeholderData: keepPreviousData,
      });
    }),
  });
  return new Map(near.map((index, nth) => [index, answers[nth]?.data?.items ?? []]));
}

function Line({ line, tile }: { line: ListLine; tile: PostTile | undefined }) {
  if (line.kind === 'day') return <DayLine date={line.date} count={line.count} />;
  return tile ? <PostLine tile={tile} /> : <WaitingLine />;
}

function DayLine({ date, count }: { date: string; count: number }) {
  const { locale, number } = useFormats();
  const name = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
  return (
    <h2>
      <b>{name.format(new Date(`${date}T12:00:00Z`))}</b>
      <span className="small muted num">{number(count)}</span>
    </h2>
  );
}

function WaitingLine() {
  return (
    <div className="row row-tall">
      <Skeleton widthPx={40} heightPx={50} />
      <Skeleton widthPx={320} />
    </div>
  );
}

function PostLine({ tile }: { tile: PostTile }) {
  const formats = useFormats();
  const { openId, picked, campaigns, onPress } = useTileSurroundings();
  const campaign = tile.campaignId === undefined ? undefined : campaigns.get(tile.campaignId);
  const isPicked = picked.has(tile.id);
  return (
    <button
      type="button"
      className={isPicked ? 'row row-tall row-picked' : 'row row-tall'}
      data-post={tile.id}
      aria-current={tile.id === openId || undefined}
      aria-pressed={picked.size > 0 ? isPicked : undefined}
      onClick={(event: MouseEvent) => onPress(tile.id, event)}
    >
      <Thumbnail url={tile.thumbUrl} />
      <b className="num plan-list-time">{tile.at ? formats.time(tile.at) : ''}</b>
      <span className="cut grow">{tile.title}</span>
      {campaign ? (
        <span className="plan-list-campaign small">
          <CampaignMark colour={campaign.colour} />
          <span className="cut">{campaign.name}</span>
        </span>
      ) : null}
      <ForeignTime tile={tile} />
      <TileMarks tile={tile} />
      <NetworkIcon network={tile.networks} />
      <PostState state={tile.state} chip />
    </button>
  );
}
