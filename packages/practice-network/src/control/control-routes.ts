import { addFault, clearFaults, readFaults, type FaultOptions } from '../faults/fault-store.ts';
import { faultModes } from '../faults/fault-modes.ts';
import type { Network } from '../network.ts';
import { permissionNames } from '../world/identity.ts';
import { readJournal } from '../world/journal.ts';
import { readLedger } from '../world/ledger.ts';
import { readSettings } from '../world/settings.ts';
import { callCustomers } from './call-customers.ts';
import { changeComments } from './change-comments.ts';
import { changeSettings } from './change-settings.ts';
import { changeMentions } from './change-mentions.ts';
import { changeMessages } from './change-messages.ts';
import { removeObject } from './remove-object.ts';
import { expireTokens, restoreTokens } from './tokens.ts';
import {
  ControlError,
  flag,
  instant,
  number,
  requiredText,
  text,
  type ControlInput,
} from './control-input.ts';

type ControlRoute = (network: Network, input: ControlInput) => unknown;

/** The switches, by method and path under `/control`. */
export const controlRoutes: Readonly<Record<string, ControlRoute>> = {
  'GET ': (network) => ({
    routes: Object.keys(controlRoutes),
    faults: faultModes,
    now: nowText(network),
  }),
  'GET /clock': (network) => ({ now: nowText(network) }),
  'POST /clock': moveClock,
  'GET /faults': ({ world }) => ({ faults: readFaults(world) }),
  'POST /faults': switchFault,
  'POST /faults/clear': ({ world }, input) => ({
    cleared: clearFaults(world, number(input, 'id')),
  }),
  'POST /comments': changeComments,
  'POST /messages': changeMessages,
  'POST /mentions': changeMentions,
  'POST /remove': removeObject,
  'POST /tokens/expire': expireTokens,
  'POST /tokens/restore': restoreTokens,
  'POST /permissions': changePermission,
  'POST /products/review': reviewProduct,
  'POST /personas': callCustomers,
  'GET /settings': ({ world }) => readSettings(world),
  'POST /settings': ({ world }, input) => changeSettings(world, input),
  'GET /ledger': ({ world }, input) => readLedger(world, number(input, 'after') ?? 0),
  'GET /journal': ({ world }, input) => readJournal(world, number(input, 'after') ?? 0),
};

function nowText({ world }: Network): string {
  return new Date(world.clock.now()).toISOString();
}

function moveClock(network: Network, input: ControlInput): unknown {
  const setMs = instant(input, 'set');
  const advanceMs = number(input, 'advanceMs');
  if (setMs === undefined && advanceMs === undefined)
    throw new ControlError('Give set or advanceMs.');
  if (setMs !== undefined) network.world.clock.set(setMs);
  if (advanceMs !== undefined) network.world.clock.advance(advanceMs);
  return { now: nowText(network) };
}

const optionNames = ['ms', 'code', 'subcode', 'minutes', 'seconds', 'status', 'share'] as const;
const optionTexts = [
  ...(['permission', 'message', 'location'] as const),
  ...(['userTitle', 'userMessage', 'blame'] as const),
];

function switchFault({ world }: Network, input: ControlInput): unknown {
  const mode = requiredText(input, 'mode');
  const options: FaultOptions = {};
  for (const name of optionNames) {
    const value = number(input, name) ?? (name === 'seconds' ? number(input, 's') : undefined);
    if (value !== undefined) options[name] = value;
  }
  for (const name of optionTexts) {
    const value = text(input, name) ?? (name === 'permission' ? text(input, 'name') : undefined);
    if (value !== undefined) options[name] = value;
  }
  const [isTransient, status] = [flag(input, 'isTransient'), number(input, 'httpStatus')];
  if (isTransient !== undefined) options.isTransient = isTransient;
  if (status !== undefined) options.status = status;
  if (mode === '302') options.status = 302;
  const [count, chance, seed, skip] = ['count', 'chance', 'seed', 'skip'].map((name) =>
    number(input, name),
  );
  const when = text(input, 'when') ?? 'before';
  if (when !== 'before' && when !== 'after') throw new ControlError('when is before or after.');
  if (when === 'after') options.when = when;
  const id = addFault(world, {
    edge: text(input, 'edge') ?? '*',
    mode,
    options,
    ...(count === undefined ? {} : { count }),
    ...(chance === undefined ? {} : { chance }),
    ...(seed === undefined ? {} : { seed }),
    ...(skip === undefined ? {} : { skip }),
  });
  if (id === undefined) throw new ControlError(`There is no fault mode ${mode}.`);
  return { id };
}

function changePermission({ world }: Network, input: ControlInput): unknown {
  const name = requiredText(input, 'permission');
  if (!permissionNames.some((known) => known === name))
    throw new ControlError(`There is no permission ${name}.`);
  const granted = flag(input, 'granted') ?? false;
  world.run('UPDATE permissions SET granted = ? WHERE name = ?', granted ? 1 : 0, name);
  return { permission: name, granted };
}

const reviewStates = ['approved', 'pending', 'rejected', 'outdated', 'no_review', ''];

function reviewProduct({ world }: Network, input: ControlInput): unknown {
  const status = requiredText(input, 'status');
  if (!reviewStates.includes(status))
    throw new ControlError(`status must be one of ${reviewStates.join(', ')}`);
  const changed = world.run(
    `UPDATE products SET review_status = ?1, review_due_at = NULL
     WHERE id = ?2 OR retailer_id = ?2 OR ?2 = '*'`,
    status,
    text(input, 'productId') ?? requiredText(input, 'retailerId'),
  );
  if (changed === 0) throw new ControlError('There is no such product.');
  return { changed };
}
