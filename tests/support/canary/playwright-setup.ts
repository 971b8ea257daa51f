import { useSuiteFolder } from './suite-folder.ts';

/** For the whole run of playwright. */
export default function setup(): () => void {
  return useSuiteFolder('browser-files');
}
