import { useTranslation } from 'react-i18next';
import { filmDurationMs } from '../../../../shared/scene/film/film.ts';
import { fitLength } from '../../../../shared/scene/film/fit-length.ts';
import { Segments } from '../../../ui/segments.tsx';
import type { FilmDesk } from './film-desk.ts';

const lengths = ['6', '15', '30', '60'] as const;

/** Makes the whole film shorter or longer; its parts keep their order and their words. */
export function LengthChoice({ desk }: { desk: FilmDesk }) {
  const { t } = useTranslation('film');
  const { film, change } = desk.document;
  const now = lengths.find((one) => Number(one) * 1000 === filmDurationMs(film));
  return (
    <div className="film-length">
      <h2 className="field-label">{t('length.title')}</h2>
      <Segments<(typeof lengths)[number] | ''>
        label={t('length.title')}
        value={now ?? ''}
        options={lengths.map((value) => ({
          value,
          label: value,
          name: t('length.seconds', { seconds: value }),
        }))}
        onChange={(value) => {
          const ms = Number(value) * 1000;
          change((before) => fitLength(before, ms, desk.beatsUntil(ms)));
        }}
      />
    </div>
  );
}
