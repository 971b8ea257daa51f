import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { jsonAnswer, type HttpAnswer } from '../http/answer.ts';
import { readBytes } from '../http/read-body.ts';
import type { Network } from '../network.ts';
import { settleWorld } from '../settle-world.ts';
import { readSettings } from '../world/settings.ts';
import { ControlError, type ControlInput } from './control-input.ts';
import { controlRoutes } from './control-routes.ts';

/** Pictures may come along. */
const maxBodyBytes = 8 * 1024 * 1024;

/** Answers the switches of the practice network, for its owner only. */
export async function answerControl(
  network: Network,
  request: IncomingMessage,
  url: URL,
): Promise<HttpAnswer> {
  if (!isOwner(network, request))
    return jsonAnswer(401, { error: 'The control token is missing or wrong.' });
  const path = url.pathname.replace(/^\/control/, '').replace(/\/+$/, '');
  const key = `${request.method ?? 'GET'} ${path}`;
  const route = Object.hasOwn(controlRoutes, key) ? controlRoutes[key] : undefined;
  if (route === undefined)
    return jsonAnswer(404, {
      error: `There is no ${key} here.`,
      known: Object.keys(controlRoutes),
    });
  try {
    const input = await readInput(request, url);
    settleWorld(network.world, readSettings(network.world));
    const value = network.world.transact(() => route(network, input));
    // What has become due by the change happens before the answer.
    settleWorld(network.world, readSettings(network.world));
    return jsonAnswer(200, value);
  } catch (error) {
    if (!(error instanceof ControlError)) throw error;
    return jsonAnswer(400, { error: error.message });
  }
}

function isOwner({ identity }: Network, request: IncomingMessage): boolean {
  const given = Buffer.from(request.headers.authorization ?? '');
  const right = Buffer.from(`Bearer ${identity.controlToken}`);
  return given.length === right.length && timingSafeEqual(given, right);
}

async function readInput(request: IncomingMessage, url: URL): Promise<ControlInput> {
  const text = (await readBytes(request, maxBodyBytes)).toString('utf8');
  const query = Object.fromEntries(url.searchParams);
  if (text.trim() === '') return query;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { ...query, ...value };
  } catch {
    // Told below.
  }
  throw new ControlError('The body must be a JSON object.');
}
