import type { Deed } from './may.ts';

type Looking = Record<string, readonly string[]>;

/** Features whose every change is planning, with their procedures that only look. */
const planning: Looking = {
  posts: ['check', 'get', 'calendar', 'days', 'drafts', 'batches'],
  bulk: ['current', 'get', 'rows', 'template', 'export'],
  series: ['templates', 'times', 'get', 'recent'],
  repeats: ['list', 'preview', 'ofPost', 'pools'],
  campaigns: ['list', 'get'],
  publishing: ['targets', 'preferences'],
  timing: ['suggest', 'moved', 'queue'],
};

/** What is said to customers by itself is said in the name of all: what of it everybody may do. Anybody stops it,
 *  which `saveSettings` looks at for itself, and takes back what a rule did. */
const ruling: Looking = {
  automation: [
    ...['settings', 'saveSettings', 'rules', 'log', 'undo', 'suggestion'],
    ...['morning', 'morningSeen', 'overdue'],
  ],
};

const rights: readonly (readonly [Deed, Looking])[] = [
  ['plan', planning],
  ['rules', ruling],
];

/** Which right a procedure needs; undefined for what everybody may do. `team` and `review` ask for
 *  themselves. */
export function neededRight([feature = '', procedure = '']: readonly string[]): Deed | undefined {
  for (const [right, features] of rights) {
    const looking = features[feature];
    if (looking !== undefined) return looking.includes(procedure) ? undefined : right;
  }
  return undefined;
}
