import type { Language } from '../../shared/contract/shapes.ts';
import type { Clock } from '../../shared/facts.ts';
import type { EventBus } from '../events/bus.ts';
import type { ApplyOnce, ApplyOnceAsync } from './apply-once.ts';
import type { Db, Transact } from './transact.ts';

/** Looks a sentence up in resources/texts: `say('fr', 'problems-posts:time-past.title', { at })`. */
export type Say = (language: Language, key: string, params?: Record<string, unknown>) => string;

/** What open-studio hands to every feature. */
export type FeatureTools = {
  db: Db;
  transact: Transact;
  applyOnce: ApplyOnce;
  applyOnceAsync: ApplyOnceAsync;
  events: EventBus;
  clock: Clock;
  newId: () => string;
  say: Say;
  /** The shop's language, for sentences nobody asked for in another one. */
  shopLanguage: () => Language;
};
