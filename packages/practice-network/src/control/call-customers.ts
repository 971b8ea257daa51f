import type { Network } from '../network.ts';
import { planCustomers } from '../personas/plan-customers.ts';
import { findCommented } from './find-commented.ts';
import { changeSettings } from './change-settings.ts';
import { flag, number, text, type ControlInput } from './control-input.ts';

/** Customers come or stay away, draw by another seed, or are called to one object now. */
export function callCustomers({ world }: Network, input: ControlInput): unknown {
  const seed = number(input, 'seed');
  const settings = changeSettings(world, {
    personas: flag(input, 'enabled') ?? true,
    ...(seed === undefined ? {} : { personaSeed: seed }),
  });
  const object = text(input, 'object');
  if (object === undefined) return settings;
  const { network, objectId } = findCommented(world, object);
  planCustomers(world, settings, network, objectId, world.clock.now());
  return settings;
}
