import { useTranslation } from 'react-i18next';
import { changePart } from '../../../../shared/scene/film/edit-film.ts';
import type { FilmWords, WordSlot } from '../../../../shared/scene/film/film.ts';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { FilmDesk } from './film-desk.ts';

const mostLetters: Partial<Record<WordSlot, number>> = {
  ...{ price: 24, oldPrice: 24, percentOff: 12, count: 12 },
  ...{ title: 120, headline: 120, callToAction: 80, author: 80, date: 80, place: 80 },
};
const starChoices = ['', '1', '2', '3', '4', '5'] as const;

/** What the part says: a field for each kind of words that the style shows in it. */
export function WordFields({ desk }: { desk: FilmDesk }) {
  const { t } = useTranslation('film');
  const { part, style, document } = desk;
  const { role, words } = part;
  const slots = (style?.slots[role] ?? Object.keys(words)) as WordSlot[];
  const set = <Slot extends WordSlot>(slot: Slot, value: FilmWords[Slot] | undefined) =>
    document.change(
      (film) =>
        changePart(film, part.id, (before) => {
          const { [slot]: _before, ...rest } = before.words;
          return { ...before, words: value === undefined ? rest : { ...rest, [slot]: value } };
        }),
      `words ${part.id} ${slot}`,
    );
  return slots.map((slot) => {
    if (slot === 'stars')
      return (
        <SelectField
          key={slot}
          label={t('words.stars')}
          value={starChoices.find((one) => one === String(words.stars ?? '')) ?? ''}
          options={starChoices.map((value) => ({
            value,
            label: value === '' ? t('words.noStars') : '★'.repeat(Number(value)),
          }))}
          onChange={(value) => set('stars', value === '' ? undefined : Number(value))}
        />
      );
    const Shape = slot === 'text' ? TextArea : TextField;
    return (
      <Shape
        key={slot}
        label={t(`words.${slot}`)}
        value={words[slot] ?? ''}
        maxLength={mostLetters[slot] ?? 400}
        onChange={(value: string) => set(slot, value === '' ? undefined : value)}
        onBlur={document.finish}
      />
    );
  });
}
