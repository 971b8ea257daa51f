import { writeSettings, type Settings } from '../world/settings.ts';
import type { World } from '../world/world.ts';
import { ControlError, type ControlInput } from './control-input.ts';

/** Sets what is named; refuses names and values it does not know. */
export function changeSettings(world: World, input: ControlInput): Settings {
  const { settings, unknown } = writeSettings(world, { ...input });
  if (unknown.length > 0) throw new ControlError(`Unknown or wrong: ${unknown.join(', ')}`);
  return settings;
}
