import { badParameter } from '../graph/graph-error.ts';
import { rowTypes } from '../graph/row-types.ts';
import type { EdgePage, EdgeQuery, ReadContext } from '../graph/graph-node.ts';
import type { InstagramRow } from '../nodes/instagram-rows.ts';
import { splitWhole } from './growth.ts';
import { insightRow, totalValue } from './insight-row.ts';
import { readChoice } from './read-metrics.ts';

/** Of how many followers each metric speaks. */
const shares: Readonly<Record<string, number>> = {
  follower_demographics: 1,
  engaged_audience_demographics: 0.4,
  reached_audience_demographics: 0.7,
};

export const demographicMetrics = Object.keys(shares);

const groups: Readonly<Record<string, readonly string[]>> = {
  age: ['13-17', '18-24', '25-34', '35-44', '45-54', '55-64', '65+'],
  gender: ['F', 'M', 'U'],
  country: ['FR', 'BE', 'CH', 'CA', 'GB', 'DE', 'IT', 'ES'],
  city: [
    'Lyon, Auvergne-Rhône-Alpes',
    'Villeurbanne, Auvergne-Rhône-Alpes',
    'Paris, Île-de-France',
  ],
};

const timeframes = [
  'last_14_days',
  'last_30_days',
  'last_90_days',
  'prev_month',
  'this_month',
  'this_week',
];

const fewestFollowers = 100;

/** Who follows: for a whole life, a time frame and one way to divide people. */
export function demographics(
  row: InstagramRow,
  names: readonly string[],
  period: string,
  type: string | undefined,
  { modifiers }: EdgeQuery,
  { world, settings }: ReadContext,
): EdgePage {
  const other = names.find((name) => !demographicMetrics.includes(name));
  if (other !== undefined)
    throw badParameter('metric', `The metric ${other} cannot be asked for with demographics`);
  if (period !== 'lifetime')
    throw badParameter('period', `The period ${period} is not compatible with demographics`);
  if (type !== 'total_value')
    throw badParameter('metric_type', 'Demographics need the parameter metric_type=total_value');
  if (readChoice('timeframe', modifiers['timeframe'], timeframes) === undefined)
    throw badParameter('timeframe', 'Demographics need the parameter timeframe');
  const dimension = readChoice('breakdown', modifiers['breakdown'], Object.keys(groups));
  if (dimension === undefined)
    throw badParameter('breakdown', 'Demographics need the parameter breakdown');
  if (settings.followers < fewestFollowers)
    return { items: [], more: false, rowType: rowTypes.instagramInsight };
  const items = names.map((name) => {
    const value = Math.floor(settings.followers * (shares[name] ?? 1));
    const parts = splitWhole(world.seed, value, groups[dimension] ?? [], name);
    const { breakdowns } = totalValue(value, dimension, parts);
    return insightRow(row.id, name, period, { total_value: { breakdowns } });
  });
  return { items, more: false, rowType: rowTypes.instagramInsight };
}
