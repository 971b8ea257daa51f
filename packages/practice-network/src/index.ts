export {
  startPracticeNetwork,
  type PracticeNetwork,
  type PracticeOptions,
  type PracticeReady,
} from './start-practice-network.ts';
export type { Effect, EffectKind } from './world/ledger.ts';
export type { Settings } from './world/settings.ts';
export type { FaultMode } from './faults/fault-modes.ts';
