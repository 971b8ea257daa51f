import type { SpecLists } from './graph/spec-lists.ts';
import type { UsageMeter } from './graph/usage-meter.ts';
import type { Identity } from './world/identity.ts';
import type { World } from './world/world.ts';

/** All that answering a request needs. */
export interface Network {
  world: World;
  identity: Identity;
  lists: SpecLists;
  usage: UsageMeter;
}
