import { useSuiteFolder } from './suite-folder.ts';

/** For the whole run of vitest. */
export default function setup(): () => void {
  return useSuiteFolder('unit-files');
}
