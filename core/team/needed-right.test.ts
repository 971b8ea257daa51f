import { expect, test } from 'vitest';
import { contract } from '../../shared/contract/contract.ts';
import { neededRight } from './needed-right.ts';

const planning = ['posts', 'bulk', 'series', 'repeats', 'campaigns', 'publishing', 'timing'];

/** Everything that changes something takes a clientId; the shape says so. */
function changes(feature: string, procedure: string): boolean {
  const all = contract as unknown as Record<string, Record<string, { '~orpc': unknown }>>;
  const { inputSchema } = all[feature]![procedure]!['~orpc'] as { inputSchema?: unknown };
  return JSON.stringify(inputSchema)?.includes('clientId') ?? false;
}

test('what the inbox does by itself is changed by whoever may, and stopped by anybody', () => {
  const open = Object.keys(contract.automation).filter(
    (name) => neededRight(['automation', name]) === undefined,
  );
  expect(open.filter((name) => changes('automation', name))).toEqual([
    'saveSettings',
    'undo',
    'morningSeen',
  ]);
  expect(neededRight(['automation', 'tryRule'])).toBe('rules');
});

test('every change of the plan asks for the right to plan, and looking asks for none', () => {
  const all = planning.flatMap((feature) =>
    Object.keys(contract[feature as keyof typeof contract]).map((name) => [feature, name] as const),
  );
  const open = all.filter((path) => neededRight(path) === undefined);
  expect(open.filter(([feature, name]) => changes(feature, name))).toEqual([]);
  expect(neededRight(['posts', 'schedule'])).toBe('plan');
  expect(neededRight(['posts', 'calendar'])).toBeUndefined();
  expect(neededRight(['inbox', 'reply'])).toBeUndefined();
});
