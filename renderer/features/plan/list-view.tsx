import { useTranslation } from 'react-i18next';
import { useFormats } from '../../link/formats-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NetworkIcon } from '../../ui/network-icon.tsx';
import { PostState } from '../../ui/post-state.tsx';
import { Row } from '../../ui/row.tsx';
import { Thumbnail } from '../../ui/thumbnail.tsx';
import type { Plan } from './use-plan.ts';

/** The same posts as lines, day by day. */
export function ListView({
  plan,
  chosenId,
  onOpen,
}: {
  plan: Plan;
  chosenId?: string | undefined;
  onOpen: (postId: string) => void;
}) {
  const { t } = useTranslation('plan');
  const formats = useFormats();
  const days = [...plan.days].sort(([one], [other]) => one.localeCompare(other));
  if (days.length === 0)
    return <EmptyState title={t(plan.asksOnly ? 'nothingAsks' : 'nothingListed')} />;
  return (
    <div className="plan-list">
      {days.map(([date, tiles]) => (
        <section key={date}>
          <h2>{formats.dateLong(tiles[0]?.at ?? `${date}T12:00:00Z`)}</h2>
          {tiles.map((tile) => (
            <Row key={tile.id} tall selected={tile.id === chosenId} onClick={() => onOpen(tile.id)}>
              <Thumbnail url={tile.thumbUrl} />
              <b className="num plan-list-time">{tile.at ? formats.time(tile.at) : ''}</b>
              <span className="cut grow">{tile.title}</span>
              <NetworkIcon network={tile.networks} />
              <PostState state={tile.state} chip />
            </Row>
          ))}
        </section>
      ))}
    </div>
  );
}
