import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeriesItem } from '../../../../shared/contract/series.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { Button } from '../../../ui/button.tsx';
import { Popover } from '../../../ui/popover.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { TimeField } from '../../../ui/time-field.tsx';

/** When the post goes out, on the clocks of its shop; another time is chosen under it. */
export function CardTime({
  item,
  seriesId,
  readOnly,
}: {
  item: SeriesItem;
  seriesId: string;
  readOnly: boolean;
}) {
  const { t } = useTranslation('series');
  const api = useApi();
  const { dateTime } = useFormats();
  const [opened, setOpened] = useState(false);
  const [wall, setWall] = useState(item.wall);
  const edit = useChange(api.series.edit.mutationOptions());
  const [date = '', time = ''] = wall.slice(0, 16).split('T');
  const toggle = (next: boolean) => {
    setWall(item.wall);
    setOpened(next);
  };
  const save = () => {
    setOpened(false);
    if (wall !== item.wall && date) edit.mutate({ seriesId, productId: item.productId, wall });
  };
  if (readOnly) return <span className="small num fp-time">{dateTime(item.at)}</span>;
  return (
    <Popover
      opened={opened}
      onChange={toggle}
      widthPx={280}
      align="start"
      label={t('card.time')}
      target={
        <button
          type="button"
          className="fp-time small num"
          aria-label={t('card.timeOf', { name: item.title, at: dateTime(item.at) })}
          onClick={() => toggle(!opened)}
        >
          {dateTime(item.at)}
        </button>
      }
    >
      <div className="fp-time-form">
        <TextField
          label={t('card.date')}
          type="date"
          value={date}
          onChange={(next) => setWall(`${next}T${time}`)}
        />
        <TimeField
          label={t('when.time')}
          value={time}
          onChange={(next) => setWall(`${date}T${next}`)}
        />
        <Button kind="primary" onClick={save}>
          {t('card.move')}
        </Button>
      </div>
    </Popover>
  );
}
