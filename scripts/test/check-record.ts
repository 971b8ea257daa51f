import { existsSync, readFileSync } from 'node:fs';
import { readPublishedLists, unknownNames } from 'practice-network/record/check-shape';
import type { RequestShape } from 'practice-network/record/request-shape';
import type { Counts } from './count.ts';

/** Holds what a whole run asked of the practice networks against the lists that the network publishes.
 *  One check for each shape of request; a run that asked nothing has failed. */
export function checkRecord(file: string, tell: (line: string) => void = console.log): Counts {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const shapes = [...new Set(lines.filter((line) => line !== ''))];
  if (shapes.length === 0) {
    tell('nothing was asked of a practice network');
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const lists = readPublishedLists();
  const unknown = shapes.filter((line) => {
    const shape = JSON.parse(line) as RequestShape;
    const names = unknownNames(lists, shape);
    if (names.length > 0) tell(`unknown: ${shape.method} /${shape.edge}: ${names.join(', ')}`);
    return names.length > 0;
  });
  return { passed: shapes.length - unknown.length, failed: unknown.length, skipped: 0 };
}
