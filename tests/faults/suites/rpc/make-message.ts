import { isContractProcedure } from '@orpc/contract';
import { z } from 'zod';
import { contract } from '../../../../shared/contract/contract.ts';
import type { Dice } from '../dice.ts';
import { makeValue, type Schema } from './make-value.ts';
import { spoilBody, spoilValue } from './spoil-value.ts';

export type Procedure = {
  /** As `inbox/reply`. */
  name: string;
  schema: Schema;
  accepts(input: unknown): boolean;
  /** The contract says that it changes something: it takes a clientId. */
  changes: boolean;
};

export type Message = {
  procedure: string;
  method: 'POST' | 'GET' | 'PUT';
  path: string;
  headers: Record<string, string>;
  body: string;
  /** What was done to it. */
  how: string;
  /** It must be refused. */
  refused: boolean;
  /** What it may do where it is answered. */
  changes: boolean;
};

/** A stream never ends: a plain answer refuses it. */
const streams = new Set(['app/changes']);
/** These work on for long, start programs or leave the machine: only what has to be refused is sent to them. */
const farReaching =
  /^(app\/(startPractice|openOwnShop|openPractice|backUpNow)|accounts\/(connect|begin|login|setUp|check|keep|save).*|studio\/render|films\/.*|batches\/.*|renditions\/.*|exports\/.*|paper\/.*|media\/.*|watch\/.*|pictures\/.*|series\/.*|catalogue\/(import|sync).*|records\/write.*|alt\/.*|team\/.*|photoWork\/.*|brand\/.*|creations\/.*|bulk\/.*|duplicates\/.*)$/;
/** Change what they hold by looking, with no clientId: what a network has. */
const learns = new Set([
  'inbox/sync',
  'publishing/checkLive',
  'timing/read',
  'customerPictures/look',
]);

type Declared = { '~orpc': { inputSchema?: z.ZodType } };

/** Every procedure of the contract, with the shape of its input. */
export function readProcedures(): Procedure[] {
  return Object.entries(contract).flatMap(([feature, procedures]) =>
    Object.entries(procedures).flatMap(([name, one]): Procedure[] => {
      if (!isContractProcedure(one)) return [];
      const input = (one as unknown as Declared)['~orpc'].inputSchema ?? z.unknown();
      const json = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any', cycles: 'ref' });
      return [
        {
          name: `${feature}/${name}`,
          schema: json as Schema,
          accepts: (value) => !streams.has(`${feature}/${name}`) && input.safeParse(value).success,
          changes: JSON.stringify(json).includes('"clientId"') || learns.has(`${feature}/${name}`),
        },
      ];
    }),
  );
}

/** What every message carries that comes from the window or a script of the shop's. */
export type Caller = { token: string; host: string };

export function makeMessage(
  procedure: Procedure,
  caller: Caller,
  { dice, known }: { dice: Dice; known: readonly string[] },
): Message {
  const value = makeValue(procedure.schema, dice, known);
  const whole = JSON.stringify(value ?? {});
  const message = {
    procedure: procedure.name,
    method: 'POST' as const,
    path: `/rpc/${procedure.name}`,
    headers: {
      host: caller.host,
      authorization: `Bearer ${caller.token}`,
      'content-type': 'application/json',
    },
    changes: procedure.changes,
  };
  const judged = (body: string, how: string): Message => {
    const refused = !isAccepted(procedure, body);
    // Where the contract would let it through but it reaches far, another way is taken.
    return !refused && farReaching.test(procedure.name)
      ? { ...message, ...strangeEnvelope(message, dice), body, refused: true }
      : { ...message, body, how, refused };
  };
  const kind = dice.below(100);
  if (kind < 30) return judged(whole, 'as declared');
  if (kind < 72) return judged(JSON.stringify(spoilValue(value ?? {}, dice)) ?? '', 'spoilt value');
  if (kind < 85) return judged(spoilBody(whole, dice), 'spoilt body');
  return { ...message, ...strangeEnvelope(message, dice), body: whole, refused: true };
}

/** The contract's own verdict, and the limits of size and depth around it. */
function isAccepted(procedure: Procedure, body: string): boolean {
  if (Buffer.byteLength(body) > 1024 * 1024) return false;
  try {
    const input = body.trim() === '' ? {} : (JSON.parse(body) as unknown);
    return procedure.accepts(input);
  } catch {
    return false;
  }
}

type Envelope = Pick<Message, 'method' | 'path' | 'headers' | 'how'>;

/** Somebody who may not speak, or who asks for something that is not there. */
function strangeEnvelope(message: Omit<Envelope, 'how'>, dice: Dice): Envelope {
  const { headers, path } = message;
  const without = (name: string) =>
    Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name));
  const strange: Record<string, Partial<Envelope>> = {
    'no token': { headers: without('authorization') },
    'wrong token': { headers: { ...headers, authorization: `Bearer ${'A'.repeat(43)}` } },
    'half a token': {
      headers: { ...headers, authorization: (headers['authorization'] ?? '').slice(0, -1) },
    },
    'a cookie': { headers: { ...without('authorization'), cookie: 'vitrine=1; vitrine_0=x' } },
    'another host': { headers: { ...headers, host: 'evil.example' } },
    'another origin': { headers: { ...headers, origin: 'https://evil.example' } },
    'a null origin': { headers: { ...headers, origin: 'null' } },
    'another site': { headers: { ...headers, 'sec-fetch-site': 'cross-site' } },
    'a form': { headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' } },
    'plain text': { headers: { ...headers, 'content-type': 'text/plain' } },
    'read only': { method: 'GET' },
    'another method': { method: 'PUT' },
    'unknown procedure': { path: `${path}x` },
    'a way round': { path: path.replace('/rpc/', '/rpc/../rpc/%2e%2e/') },
    'an inherited name': {
      path: dice.pick(['/rpc/__proto__/toString', '/rpc/inbox/constructor', '/rpc/']),
    },
  };
  const [how, change] = dice.pick(Object.entries(strange));
  return { ...message, ...change, how };
}
