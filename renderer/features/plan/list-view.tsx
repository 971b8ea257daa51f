import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostTile } from '../../../shared/contract/posts.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NetworkIcon } from '../../ui/network-icon.tsx';
import { PostState } from '../../ui/post-state.tsx';
import { Row } from '../../ui/row.tsx';
import { Thumbnail } from '../../ui/thumbnail.tsx';
import { listLines } from './list-lines.ts';
import type { Plan } from './use-plan.ts';

const dayHeightPx = 32;
const postHeightPx = 60;

/** The same posts as lines, day by day. Only what is on screen is drawn, however many there are. */
export function ListView({
  plan,
  frame,
  chosenId,
  onOpen,
}: {
  plan: Plan;
  /** What scrolls. */
  frame: RefObject<HTMLDivElement | null>;
  chosenId?: string | undefined;
  onOpen: (postId: string) => void;
}) {
  const { t } = useTranslation('plan');
  const lines = useMemo(() => listLines(plan.days), [plan.days]);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: (index) => (lines[index]?.kind === 'day' ? dayHeightPx : postHeightPx),
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 8,
  });
  if (lines.length === 0)
    return <EmptyState title={t(plan.asksOnly ? 'nothingAsks' : plan.filter.none)} />;
  return (
    <ul className="plan-list" style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map((row) => {
        const line = lines[row.index];
        if (!line) return null;
        return (
          <li
            key={row.key}
            ref={virtual.measureElement}
            data-index={row.index}
            data-post={line.kind === 'post' ? line.tile.id : undefined}
            aria-setsize={lines.length}
            aria-posinset={row.index + 1}
            style={{ transform: `translateY(${row.start}px)` }}
          >
            {line.kind === 'day' ? (
              <DayLine date={line.date} />
            ) : (
              <PostLine
                tile={line.tile}
                selected={line.tile.id === chosenId}
                onOpen={() => onOpen(line.tile.id)}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function DayLine({ date }: { date: string }) {
  const { locale } = useFormats();
  const name = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
  return <h2>{name.format(new Date(`${date}T12:00:00Z`))}</h2>;
}

function PostLine({
  tile,
  selected,
  onOpen,
}: {
  tile: PostTile;
  selected: boolean;
  onOpen: () => void;
}) {
  const formats = useFormats();
  return (
    <Row tall selected={selected} onClick={onOpen}>
      <Thumbnail url={tile.thumbUrl} />
      <b className="num plan-list-time">{tile.at ? formats.time(tile.at) : ''}</b>
      <span className="cut grow">{tile.title}</span>
      <NetworkIcon network={tile.networks} />
      <PostState state={tile.state} chip />
    </Row>
  );
}
