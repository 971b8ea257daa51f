import { useTranslation } from 'react-i18next';
import type { Disambiguation } from '../../../../shared/rules/zoned-time.ts';
import { Button } from '../../../ui/button.tsx';
import { Segments } from '../../../ui/segments.tsx';
import type { When } from './read-when.ts';

/** What a chosen time has in it: past, skipped by the clocks, or shown twice by them. */
export function WhenNote({
  when,
  disambiguation,
  onWall,
  onDisambiguation,
}: {
  when: When;
  disambiguation: Disambiguation | undefined;
  onWall: (wall: string) => void;
  onDisambiguation: (disambiguation: Disambiguation) => void;
}) {
  const { t } = useTranslation('composer');
  switch (when.kind) {
    case 'none':
    case 'ok':
      return null;
    case 'past':
      return <p className="small field-note-bad">{t('when.past')}</p>;
    case 'skipped':
      return (
        <div>
          <p className="small field-note-bad">{t('when.skipped')}</p>
          <div className="when-choices">
            {when.alternatives.map(({ wall }) => (
              <Button key={wall} onClick={() => onWall(wall)}>
                {wall.slice(11, 16)}
              </Button>
            ))}
          </div>
        </div>
      );
    case 'twice':
      return (
        <div>
          <p className="small">{t('when.twice')}</p>
          <Segments
            label={t('when.twice')}
            value={disambiguation ?? 'earlier'}
            options={[
              { value: 'earlier', label: t('when.first') },
              { value: 'later', label: t('when.second') },
            ]}
            onChange={onDisambiguation}
          />
        </div>
      );
  }
}
