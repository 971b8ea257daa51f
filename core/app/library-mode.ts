import type { AppInfo } from '../../shared/contract/app.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Settings } from '../db/settings.ts';

export type LibraryMode = AppInfo['mode'];

const modeKey = 'library.mode';

/** `undecided` until practice was chosen or an account connected; then for ever. */
export function readMode(settings: Settings): LibraryMode {
  return settings.get<LibraryMode>(modeKey) ?? 'undecided';
}

/** Settles what the folder is for. Throws Problem 'practice-for-ever' when it is already the other. */
export function settleMode(settings: Settings, mode: 'practice' | 'real'): void {
  const before = readMode(settings);
  if (before === mode) return;
  if (before !== 'undecided') throw new Problem('practice-for-ever');
  settings.set(modeKey, mode);
}
