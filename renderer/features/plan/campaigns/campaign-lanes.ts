import type { Campaign } from '../../../../shared/contract/campaigns.ts';

type Dated = Pick<Campaign, 'id' | 'startsOn' | 'endsOn'>;

/** A campaign's bar over a week: columns 0 to 6, and whether it comes from before or goes on after. */
export type CampaignBar<T extends Dated> = {
  campaign: T;
  lane: number;
  from: number;
  to: number;
  isFromBefore: boolean;
  goesOn: boolean;
};

/** The bars of the campaigns that touch a row of days, the earlier above; what finds no place in `most`
 *  lanes is counted. */
export function layBars<T extends Dated>(
  campaigns: readonly T[],
  dates: readonly string[],
  most: number,
): { bars: CampaignBar<T>[]; left: number } {
  const first = dates[0] ?? '';
  const last = dates.at(-1) ?? '';
  const bars: CampaignBar<T>[] = [];
  const ends: number[] = [];
  let left = 0;
  for (const campaign of campaigns) {
    const { startsOn, endsOn } = campaign;
    if (endsOn < first || startsOn > last) continue;
    const from = Math.max(0, dates.indexOf(startsOn));
    const to = endsOn > last ? dates.length - 1 : dates.indexOf(endsOn);
    const free = ends.findIndex((end) => end < from);
    const lane = free < 0 ? ends.length : free;
    if (lane >= most) {
      left += 1;
      continue;
    }
    ends[lane] = to;
    bars.push({ campaign, lane, from, to, isFromBefore: startsOn < first, goesOn: endsOn > last });
  }
  return { bars, left };
}
