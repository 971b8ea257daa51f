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
    <div aria-hidden className="lib-month" style={{ transform: `translateY(${topPx}px)` }}>
      <b>{monthName(month, locale)}</b>
      <span className="small muted num">{t('count', { count })}</span>
    </div>
  );
}
