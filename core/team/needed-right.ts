import type { Deed } from './may.ts';

/** Features whose every change is planning, with their procedures that only look. */
const planning: Record<string, readonly string[]> = {
  posts: ['check', 'get', 'calendar', 'days', 'drafts', 'batches'],
  bulk: ['current', 'get', 'rows', 'template', 'export'],
  series: ['templates', 'times', 'get', 'recent'],
  repeats: ['list', 'preview', 'ofPost', 'pools'],
  campaigns: ['list', 'get'],
  publishing: ['targets', 'preferences'],
  timing: ['suggest', 'moved', 'queue'],
};

/** Which right a procedure needs; undefined for what everybody may do. `team` and `review` ask for
 *  themselves. */
export function neededRight([feature = '', procedure = '']: readonly string[]): Deed | undefined {
  const looking = planning[feature];
  return looking === undefined || looking.includes(procedure) ? undefined : 'plan';
}
