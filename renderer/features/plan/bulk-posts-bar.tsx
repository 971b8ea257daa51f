import { IconCalendarMinus, IconCalendarPlus, IconFlag, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostTile } from '../../../shared/contract/posts.ts';
import { BulkBar } from '../../ui/bulk-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Popover } from '../../ui/popover.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { campaignItems } from './campaign-items.tsx';
import { isMovable } from './place-posts.ts';
import type { PickedDeeds } from './use-picked-deeds.ts';
import { useTileSurroundings } from './tile-context.ts';

/** What can be done with the picked posts, all of it in one step that one undo takes back. */
export function BulkPostsBar({
  tiles,
  count,
  deeds,
  onClear,
}: {
  tiles: readonly PostTile[];
  count: number;
  deeds: PickedDeeds;
  onClear: () => void;
}) {
  const { t } = useTranslation('plan');
  const { campaigns } = useTileSurroundings();
  const movable = tiles.filter(isMovable);
  const planned = movable.filter((tile) => tile.at !== undefined && tile.state !== 'draft');
  const drafts = tiles.filter((tile) => tile.state === 'draft');
  return (
    <BulkBar count={count} onClear={onClear}>
      <MoveDays disabled={planned.length === 0} onMove={(days) => deeds.moveDays(planned, days)} />
      <Button
        icon={<IconCalendarPlus aria-hidden />}
        disabled={movable.length === 0}
        onClick={() => deeds.place(movable)}
      >
        {t('bulk.nextSlots')}
      </Button>
      <Menu
        align="start"
        target={<Button icon={<IconFlag aria-hidden />}>{t('bulk.campaign')}</Button>}
        items={campaignItems(
          [...campaigns.values()],
          (campaign) => deeds.assign(tiles, campaign),
          t,
        )}
      />
      <Button
        icon={<IconCalendarMinus aria-hidden />}
        disabled={planned.length === 0}
        onClick={() => deeds.unplan(planned)}
      >
        {t('bulk.unplan')}
      </Button>
      <Button
        icon={<IconTrash aria-hidden />}
        disabled={drafts.length === 0}
        onClick={() => {
          deeds.remove(drafts);
          onClear();
        }}
      >
        {t('bulk.remove', { count: drafts.length })}
      </Button>
    </BulkBar>
  );
}

/** Forward by as many days as are written, or back. */
function MoveDays({ disabled, onMove }: { disabled: boolean; onMove: (days: number) => void }) {
  const { t } = useTranslation('plan');
  const [opened, setOpened] = useState(false);
  const [days, setDays] = useState('7');
  const count = Number(days);
  const isNumber = /^\d{1,3}$/.test(days.trim()) && count > 0;
  const move = (sign: 1 | -1) => {
    setOpened(false);
    onMove(sign * count);
  };
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      label={t('bulk.move')}
      align="start"
      widthPx={260}
      target={
        <Button disabled={disabled} aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {t('bulk.move')}
        </Button>
      }
    >
      <div className="filter-panel">
        <TextField
          label={t('bulk.days')}
          inputMode="numeric"
          className="num"
          value={days}
          onChange={setDays}
        />
        <div className="bulk-ways">
          <Button disabled={!isNumber} onClick={() => move(-1)}>
            {t('bulk.earlier')}
          </Button>
          <Button disabled={!isNumber} onClick={() => move(1)}>
            {t('bulk.later')}
          </Button>
        </div>
      </div>
    </Popover>
  );
}
