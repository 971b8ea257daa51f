import type { Clock } from '../shared/facts.ts';
import type { Host } from './host.ts';
import type { Log } from './log.ts';

/** Entry files of the studio's child processes, where a bundle puts them elsewhere. */
export type StudioEntries = {
  mediaWorker: string;
  backup: string;
  practice: string;
  /** Searches the files of the data folder. */
  search: string;
};

export type StudioOptions = {
  dataDir: string;
  resourcesDir: string;
  host: Host;
  clock: Clock;
  log: Log;
  /** Opens the folder as the practice shop, with a practice network beside it. */
  practice?: boolean;
  /** The network that accounts are connected to unless they name another. */
  graph?: string;
  /** Handed on to the practice network, so that both live at the same time. */
  clockFile?: string;
  entries?: StudioEntries;
};
