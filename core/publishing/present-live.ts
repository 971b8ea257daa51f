import type { LiveCheck, Target } from '../../shared/contract/publishing.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { EngineParts } from './engine-parts.ts';
import type { LiveDifference } from './live-record.ts';
import type { TargetRow } from './store.ts';

/** What reading a published target back has shown, in words; nothing before it was read. */
export function presentLive(
  { tools }: EngineParts,
  row: TargetRow,
  language: Language,
): Pick<Target, 'live'> {
  const { live, network, progress } = row;
  if (live?.checkedAt === undefined || progress.state !== 'published' || row.removedAt) return {};
  const on = network === 'facebook' ? 'Facebook' : 'Instagram';
  const present = ({ field, planned, seen }: LiveDifference): LiveCheck['differences'][number] => {
    // Of counts it matters whether all or only some are missing; of words, whether there are any.
    const isNone = seen === '' || seen === '0';
    const params = { network: on, planned, seen, ...(isNone ? { context: 'none' } : {}) };
    const key = `publishing:live.${field}`;
    const text = tools.say(language, `${key}.text`, params);
    return {
      field,
      planned,
      seen,
      text,
      todo: tools.say(language, `${key}.todo`, { network: on, context: network }),
    };
  };
  return {
    live: {
      checkedAt: new Date(live.checkedAt).toISOString(),
      isGone: live.isGone,
      differences: live.isGone ? [] : live.differences.map(present),
    },
  };
}
