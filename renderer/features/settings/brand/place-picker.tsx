import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { nextPlace, placeSpots, type Place } from './place-grid.ts';

type Props = { label: string; value: Place; onChange: (place: Place) => void };

/** Where on a picture something stands, chosen on a small picture of it. */
export function PlacePicker({ label, value, onChange }: Props) {
  const { t } = useTranslation('brand');
  const group = useRef<HTMLDivElement>(null);
  return (
    <div ref={group} className="brand-places" role="radiogroup" aria-label={label}>
      {placeSpots.map(({ place, column, row }) => (
        <button
          key={place}
          type="button"
          role="radio"
          data-place={place}
          aria-checked={place === value}
          aria-label={t(`place.${place}`)}
          tabIndex={place === value ? 0 : -1}
          style={{ gridArea: `${row} / ${column}` }}
          onClick={() => onChange(place)}
          onKeyDown={(event) => {
            const next = nextPlace(value, event.key);
            if (!next) return;
            event.preventDefault();
            onChange(next);
            group.current?.querySelector<HTMLElement>(`[data-place=${next}]`)?.focus();
          }}
        />
      ))}
    </div>
  );
}
