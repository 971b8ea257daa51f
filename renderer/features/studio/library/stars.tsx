import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { arrowKeyHandler } from '../../../ui/use-arrow-keys.ts';

const values = [1, 2, 3, 4, 5] as const;

/** None to five stars; pressing the last one given takes them away. */
export function Stars({
  label,
  value,
  onChange,
}: {
  label: string;
  value: number;
  onChange: (rating: number) => void;
}) {
  const { t } = useTranslation('library');
  return (
    <div className="lib-stars" role="radiogroup" aria-label={label}>
      {values.map((star) => (
        <button
          key={star}
          type="button"
          role="radio"
          aria-checked={star === value}
          aria-label={t('stars.count', { count: star })}
          tabIndex={star === Math.max(1, value) ? 0 : -1}
          onKeyDown={arrowKeyHandler(values, star, onChange)}
          onClick={() => onChange(star === value ? 0 : star)}
        >
          {star <= value ? <IconStarFilled aria-hidden /> : <IconStar aria-hidden />}
        </button>
      ))}
    </div>
  );
}
