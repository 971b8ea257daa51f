import 'dayjs/locale/fr';
import './when.css';
import { DatePicker } from '@mantine/dates';
import { IconCalendar, IconChevronDown, IconRepeat } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { instantToWall, type Disambiguation } from '../../../../shared/rules/zoned-time.ts';
import { useNow } from '../../../link/use-now.ts';
import { Button } from '../../../ui/button.tsx';
import { Popover } from '../../../ui/popover.tsx';
import { TimeField } from '../../../ui/time-field.tsx';
import { nextGoodHour, readWhen, type When } from './read-when.ts';
import { usePostZone, type ZoneWords } from './use-post-zone.ts';
import { WhenNote } from './when-note.tsx';
import { WhenSuggestions } from './when-suggestions.tsx';

type Props = {
  /** Whose clocks, habits and results count. */
  accountIds: readonly string[];
  postId: string | undefined;
  wall: string | undefined;
  onWall: (wall: string | undefined) => void;
  disambiguation: Disambiguation | undefined;
  onDisambiguation: (disambiguation: Disambiguation) => void;
  /** Opens the choice of a rhythm; absent where the post cannot repeat. */
  onRepeat?: (() => void) | undefined;
};

/** Day and hour on the clocks of the post's shop; without one the post goes out at once. */
export function WhenField(props: Props) {
  const { t } = useTranslation('when');
  const words = usePostZone(props.accountIds);
  const now = Date.parse(useNow());
  const [opened, setOpened] = useState(false);
  const { wall, disambiguation } = props;
  const when = readWhen(wall, words.zone, now, disambiguation);
  const at = 'at' in when ? new Date(when.at).toISOString() : undefined;
  const here = at && words.hereOf(at);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      widthPx={344}
      label={t('label')}
      target={
        <Button
          size="lg"
          className="when"
          icon={<IconCalendar aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          <span className="hidden-text">{t('label')}</span>
          {at ? words.formats.dateTime(at) : (wall?.replace('T', ', ') ?? t('now'))}
          {here ? <span className="when-here">{words.place}</span> : null}
          <IconChevronDown aria-hidden />
        </Button>
      }
    >
      <WhenPanel {...props} words={words} when={when} now={now} onDone={() => setOpened(false)} />
    </Popover>
  );
}

type PanelProps = Props & { words: ZoneWords; when: When; now: number; onDone: () => void };

function WhenPanel(props: PanelProps) {
  const { t } = useTranslation('when');
  const { wall, onWall, when, words, now, onDone, onRepeat } = props;
  const current = wall ?? nextGoodHour(now, words.zone);
  const finish = (next: string | undefined) => {
    onWall(next);
    onDone();
  };
  return (
    <div className="when-panel when-panel-wide">
      <DayPicker current={current} now={now} zone={words.zone} onWall={onWall} />
      <TimeField
        label={t('time')}
        hint={hintOf(props, t)}
        value={current.slice(11, 16)}
        onChange={(time) => onWall(`${current.slice(0, 10)}T${time}`)}
      />
      <WhenNote {...props} place={words.place} when={when} />
      <WhenSuggestions {...props} />
      <div className="when-choices">
        <Button kind="quiet" onClick={() => finish(undefined)}>
          {t('noTime')}
        </Button>
        {onRepeat ? (
          <Button
            kind="quiet"
            icon={<IconRepeat aria-hidden />}
            onClick={() => {
              finish(current);
              onRepeat();
            }}
          >
            {t('repeat')}
          </Button>
        ) : null}
        <span className="grow" />
        <Button onClick={() => finish(current)}>{t('take')}</Button>
      </div>
    </div>
  );
}

/** Whose clocks these are, and what they come to here. */
function hintOf({ words, when }: PanelProps, t: TFunction<'when'>): string {
  const here = 'at' in when ? words.hereOf(new Date(when.at).toISOString()) : undefined;
  const clocks = t(words.mixed ? 'mixed' : 'in', { city: words.place });
  return here === undefined ? clocks : `${clocks} · ${t('here', { when: here })}`;
}

function DayPicker({
  current,
  now,
  zone,
  onWall,
}: {
  current: string;
  now: number;
  zone: string;
  onWall: (wall: string) => void;
}) {
  const { t, i18n } = useTranslation('when');
  return (
    <DatePicker
      locale={i18n.language}
      ariaLabels={{
        previousMonth: t('previousMonth'),
        nextMonth: t('nextMonth'),
        previousYear: t('previousYear'),
        nextYear: t('nextYear'),
        previousDecade: t('previousDecade'),
        nextDecade: t('nextDecade'),
      }}
      firstDayOfWeek={1}
      value={current.slice(0, 10)}
      defaultDate={current.slice(0, 10)}
      minDate={instantToWall(now, zone).slice(0, 10)}
      onChange={(date) => date && onWall(`${date}T${current.slice(11, 16)}`)}
    />
  );
}
