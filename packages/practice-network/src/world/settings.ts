import type { Tables } from './world.ts';

/** Switches of a world that control can set; kept over restarts. */
export interface Settings {
  /** `fast` is for people who practise: pictures within a second, clips within four. */
  processing: 'real' | 'fast';
  personas: boolean;
  /** What customers draw by; 0 for the world's own seed. */
  personaSeed: number;
  /** Refuse the same text twice within ten minutes with 506. */
  duplicateText: boolean;
  /** Calls an hour that count as 100 % in the usage headers. */
  callBudget: number;
  /** Posts Instagram takes in 24 hours. */
  publishQuota: number;
  /** Leave out who wrote a Facebook comment, as some privacy cases do. */
  hideFrom: boolean;
  /** Page tokens answer 100/33 on single Instagram objects. */
  pageTokenBlindOnInstagram: boolean;
  /** Whether new media and counters appear late, as they do on the real network. */
  lag: boolean;
  /** The Page and its Instagram account speak of this many followers. */
  followers: number;
  /** Whether the owner of the Instagram account lets connected tools read its messages. */
  instagramMessageAccess: boolean;
  /** Where the login may lead beside this computer: starts of addresses, between commas. */
  redirectUris: string;
}

const defaults: Settings = {
  processing: 'real',
  personas: true,
  personaSeed: 0,
  duplicateText: false,
  callBudget: 4800,
  publishQuota: 50,
  hideFrom: false,
  pageTokenBlindOnInstagram: false,
  lag: true,
  followers: 318,
  instagramMessageAccess: true,
  redirectUris: 'vitrine://',
};

/** Settings as they stand now. */
export function readSettings(tables: Pick<Tables, 'readMeta'>): Settings {
  const stored: unknown = JSON.parse(tables.readMeta('settings') ?? '{}');
  return { ...defaults, ...(stored as Partial<Settings>) };
}

/** Sets what is named and of the right type; answers all settings, or the names it does not know. */
export function writeSettings(
  tables: Pick<Tables, 'readMeta' | 'writeMeta'>,
  wanted: Record<string, unknown>,
): { settings: Settings; unknown: string[] } {
  const known = new Map<string, unknown>(Object.entries(defaults));
  const fits = (name: string, value: unknown): boolean =>
    known.has(name) &&
    typeof value === typeof known.get(name) &&
    (name !== 'processing' || value === 'real' || value === 'fast');
  const taken = Object.entries(wanted).filter(([name, value]) => fits(name, value));
  const settings: Settings = { ...readSettings(tables), ...Object.fromEntries(taken) };
  tables.writeMeta('settings', JSON.stringify(settings));
  return {
    settings,
    unknown: Object.keys(wanted).filter((name) => !taken.some(([known]) => known === name)),
  };
}
