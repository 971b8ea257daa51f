import 'dayjs/locale/fr';
import { DatePicker } from '@mantine/dates';
import { IconCalendar, IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { instantToWall, type Disambiguation } from '../../../../shared/rules/zoned-time.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { useNow } from '../../../link/use-now.ts';
import { Button } from '../../../ui/button.tsx';
import { Popover } from '../../../ui/popover.tsx';
import { TimeField } from '../../../ui/time-field.tsx';
import { nextGoodHour, readWhen, type When } from './read-when.ts';
import { WhenNote } from './when-note.tsx';

type Props = {
  wall: string | undefined;
  onWall: (wall: string | undefined) => void;
  disambiguation: Disambiguation | undefined;
  onDisambiguation: (disambiguation: Disambiguation) => void;
};

/** Day and hour in the zone of the shop; without one the post goes out at once. */
export function WhenField(props: Props) {
  const { t } = useTranslation('composer');
  const formats = useFormats();
  const now = Date.parse(useNow());
  const [opened, setOpened] = useState(false);
  const { wall, disambiguation } = props;
  const when = readWhen(wall, formats.zone, now, disambiguation);
  const shown =
    'at' in when
      ? formats.dateTime(new Date(when.at).toISOString())
      : (wall?.replace('T', ', ') ?? t('when.now'));
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      widthPx={312}
      label={t('when.label')}
      target={
        <Button
          size="lg"
          className="when"
          icon={<IconCalendar aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          <span className="hidden-text">{t('when.label')}</span>
          {shown}
          <IconChevronDown aria-hidden />
        </Button>
      }
    >
      <WhenPanel {...props} when={when} now={now} onDone={() => setOpened(false)} />
    </Popover>
  );
}

function WhenPanel({
  wall,
  onWall,
  disambiguation,
  onDisambiguation,
  when,
  now,
  onDone,
}: Props & { when: When; now: number; onDone: () => void }) {
  const { t, i18n } = useTranslation('composer');
  const { zone } = useFormats();
  const current = wall ?? nextGoodHour(now, zone);
  const finish = (next: string | undefined) => {
    onWall(next);
    onDone();
  };
  return (
    <div className="when-panel">
      <DatePicker
        locale={i18n.language}
        ariaLabels={{
          previousMonth: t('when.previousMonth'),
          nextMonth: t('when.nextMonth'),
          previousYear: t('when.previousYear'),
          nextYear: t('when.nextYear'),
          previousDecade: t('when.previousDecade'),
          nextDecade: t('when.nextDecade'),
        }}
        firstDayOfWeek={1}
        value={current.slice(0, 10)}
        defaultDate={current.slice(0, 10)}
        minDate={instantToWall(now, zone).slice(0, 10)}
        onChange={(date) => date && onWall(`${date}T${current.slice(11, 16)}`)}
      />
      <TimeField
        label={t('when.time')}
        hint={zone.replace('_', ' ')}
        value={current.slice(11, 16)}
        onChange={(time) => onWall(`${current.slice(0, 10)}T${time}`)}
      />
      <WhenNote
        when={when}
        disambiguation={disambiguation}
        onWall={onWall}
        onDisambiguation={onDisambiguation}
      />
      <div className="when-choices">
        <Button kind="quiet" onClick={() => finish(undefined)}>
          {t('when.noTime')}
        </Button>
        <span className="grow" />
        <Button onClick={() => finish(current)}>{t('when.take')}</Button>
      </div>
    </div>
  );
}
