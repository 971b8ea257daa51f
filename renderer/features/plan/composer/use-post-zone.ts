import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useFormats } from '../../../link/formats-context.tsx';
import { createFormats, type Formats } from '../../../link/formats.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { clocksDiffer, postZone, type PostZone } from './post-zone.ts';

export type ZoneWords = PostZone & {
  /** Dates and times on the clocks of the post. */
  formats: Formats;
  /** When it is for who sits here, where that is another time; as `00:30`, with the day if it differs. */
  hereOf: (at: string) => string | undefined;
};

/** The clocks of a post on these accounts, and how to write its times. */
export function usePostZone(accountIds: readonly string[]): ZoneWords {
  const api = useApi();
  const shop = useFormats();
  const list = useQuery(api.shop.list.queryOptions()).data;
  const found = postZone(list, accountIds, shop.zone);
  const { zone } = found;
  const { locale, currency } = shop;
  const { formats, hereOf } = useMemo(
    () => zoneWords(zone, { locale, currency }),
    [zone, locale, currency],
  );
  return { ...found, formats, hereOf };
}

function zoneWords(zone: string, { locale, currency }: Pick<Formats, 'locale' | 'currency'>) {
  const [language = 'fr', country = 'FR'] = locale.split('-');
  const inZone = (of: string) => createFormats({ language, country, zone: of, currency });
  const formats = inZone(zone);
  const hereZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const here = inZone(hereZone);
  const hereOf = (at: string): string | undefined => {
    if (!clocksDiffer(zone, hereZone, Date.parse(at))) return undefined;
    return here.date(at) === formats.date(at) ? here.time(at) : here.weekdayTime(at);
  };
  return { formats, hereOf };
}
