import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../link/formats-context.tsx';

/** `novembre 2026` from `2026-11`. */
export function monthName(month: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${month}-15T00:00:00Z`));
}

export function MonthHead({
  month,
  count,
  topPx,
}: {
  month: string;
  count: number;
  topPx: number;
}) {
  const { t } = useTranslation('library');
  const { locale } = useFormats();
  return (
    <div role="presentation" className="lib-month" style={{ transform: `translateY(${topPx}px)` }}>
      <h3>{monthName(month, locale)}</h3>
      <span className="small muted num">{t('count', { count })}</span>
    </div>
  );
}
