import { useTranslation } from 'react-i18next';
import type { Disambiguation } from '../../../../shared/rules/zoned-time.ts';
import { Button } from '../../../ui/button.tsx';
import { Segments } from '../../../ui/segments.tsx';
import type { When } from './read-when.ts';

/** What a chosen time has in it: past, skipped by the clocks, or shown twice by them. */
export function WhenNote({
  when,
  wall,
  place,
  disambiguation,
  onWall,
  onDisambiguation,
}: {
  when: When;
  wall: string | undefined;
  /** Whose clocks they are. */
  place: string;
  disambiguation: Disambiguation | undefined;
  onWall: (wall: string) => void;
  onDisambiguation: (disambiguation: Disambiguation) => void;
}) {
  const { t } = useTranslation('when');
  const time = wall?.slice(11, 16);
  switch (when.kind) {
    case 'none':
    case 'ok':
      return null;
    case 'past':
      return (
        <p role="alert" className="small field-note-bad">
          {t('past')}
        </p>
      );
    case 'skipped':
      return (
        <div role="alert">
          <p className="small field-note-bad">{t('skipped', { time, city: place })}</p>
          <div className="when-choices">
            <span className="small muted when-take">{t('skippedTake')}</span>
            {when.alternatives.map((one) => (
              <Button key={one.wall} onClick={() => onWall(one.wall)}>
                {one.wall.slice(11, 16)}
              </Button>
            ))}
          </div>
        </div>
      );
    case 'twice': {
      const words = t('twice', { time, city: place });
      return (
        <div>
          <p className="small">{words}</p>
          <Segments
            label={words}
            value={disambiguation ?? 'earlier'}
            options={[
              { value: 'earlier', label: t('first', { offset: shortOffset(when.earlier.offset) }) },
              { value: 'later', label: t('second', { offset: shortOffset(when.later.offset) }) },
            ]}
            onChange={onDisambiguation}
          />
        </div>
      );
    }
  }
}

/** `UTC+2` of `+02:00`, `UTC−3:30` of `-03:30`. */
function shortOffset(offset: string): string {
  const [, sign = '+', hours = '0', minutes = '00'] = /^([+-])(\d\d):(\d\d)/.exec(offset) ?? [];
  const rest = minutes === '00' ? '' : `:${minutes}`;
  return `UTC${sign === '-' ? '−' : '+'}${Number(hours)}${rest}`;
}
