import { useFormats } from '../../../link/formats-context.tsx';

/** `1–24 décembre 2026`: the days of a campaign as people write them. */
export function useCampaignDays(): (campaign: { startsOn: string; endsOn: string }) => string {
  const { locale } = useFormats();
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const noon = (day: string) => new Date(`${day}T12:00:00Z`);
  return ({ startsOn, endsOn }) => format.formatRange(noon(startsOn), noon(endsOn));
}
