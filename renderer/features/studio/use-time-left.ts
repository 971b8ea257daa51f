import { useTranslation } from 'react-i18next';

/** How long something still takes, in words: seconds, from a minute and a half on minutes. */
export function useTimeLeft(): (seconds: number) => string {
  const { t } = useTranslation('studio-page');
  return (seconds) =>
    seconds < 90
      ? t('job.secondsLeft', { count: Math.max(1, Math.round(seconds)) })
      : t('job.minutesLeft', { count: Math.round(seconds / 60) });
}
