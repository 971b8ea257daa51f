import type { HttpAnswer } from '../http/answer.ts';
import type { Strike } from './fault-store.ts';

/** How an answer is handed over. */
export type Delivery =
  | { kind: 'send'; answer: HttpAnswer; delayMs: number }
  | { kind: 'cut'; answer: HttpAnswer; delayMs: number }
  /** Its bytes in pieces: over and over, or so slowly that nobody waits for the end. */
  | { kind: 'pour'; answer: HttpAnswer; pieceBytes: number; everyMs: number; endless: boolean }
  | { kind: 'reset' }
  | { kind: 'never' };

const page =
  '<!DOCTYPE html><html><head><title>Sorry</title></head><body><h1>Sorry, something went wrong.</h1></body></html>';

/** A page of HTML where JSON was expected. */
export function htmlAnswer(status: number): HttpAnswer {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body: page };
}

/** Turns a good answer into the one that the faults want. */
export function bendAnswer(answer: HttpAnswer, strikes: readonly Strike[]): Delivery {
  let delivery: Delivery = { kind: 'send', answer, delayMs: 0 };
  for (const strike of strikes) delivery = bendOnce(delivery, strike);
  return delivery;
}

function bendOnce(delivery: Delivery, { mode, name, options }: Strike): Delivery {
  if (delivery.kind !== 'send' && delivery.kind !== 'cut') return delivery;
  const { answer } = delivery;
  switch (mode) {
    case 'reset-after':
      return { kind: 'reset' };
    case 'timeout-after':
      // `slow-after` answers in the end, later than any patience; the other never does.
      return name.startsWith('slow') || options.ms !== undefined
        ? { ...delivery, delayMs: options.ms ?? 120_000 }
        : { kind: 'never' };
    case 'slow':
      return { ...delivery, delayMs: delivery.delayMs + (options.ms ?? 2000) };
    case 'half-json':
      return { ...delivery, kind: 'cut' };
    case 'success-without-id':
      return { ...delivery, answer: { ...answer, body: '{"success":true}' } };
    case 'missing-row':
    case 'dup-row':
    case 'skip-rows':
    case 'shuffle-rows':
    case 'no-paging':
    case 'unknown-field-added':
      return { ...delivery, answer: { ...answer, body: bendBody(answer.body, mode) } };
    default:
      return delivery;
  }
}

function bendBody(body: string | Buffer, mode: string): string | Buffer {
  if (typeof body !== 'string') return body;
  // Text edits keep numbers past 2^53 as they are, which parsing would not.
  if (mode === 'unknown-field-added') {
    return body.replace(/^\{/, '{"practice_new_field":{"kind":"NEW_KIND_2027","parts":[1,"two"]},');
  }
  const rows = dataRows(body);
  const [first] = rows;
  if (first === undefined) return body;
  const start = body.indexOf('"data":[') + 8;
  const end = start + rows.join(',').length;
  // No way on from here, and nothing that counts.
  if (mode === 'no-paging') return `${body.slice(0, end)}]}`;
  return body.slice(0, start) + bendRows(rows, first, mode).join(',') + body.slice(end);
}

function bendRows(rows: string[], first: string, mode: string): string[] {
  if (mode === 'dup-row') return [first, ...rows];
  // The cursor leads on all the same: what is left out here comes on no other page.
  if (mode === 'skip-rows') return rows.slice(0, Math.floor(rows.length / 2));
  return mode === 'shuffle-rows' ? rows.toReversed() : rows.slice(1);
}

/** The texts of the elements of the outer `data` list. */
function dataRows(body: string): string[] {
  const start = body.indexOf('"data":[');
  if (start < 0) return [];
  const rows: string[] = [];
  let [depth, inText, from] = [0, false, start + 8];
  for (let at = from; at < body.length; at += 1) {
    const sign = body[at];
    if (inText) {
      if (sign === '\\') at += 1;
      else if (sign === '"') inText = false;
    } else if (sign === '"') inText = true;
    else if (sign === '{' || sign === '[') depth += 1;
    else if (depth > 0 && (sign === '}' || sign === ']')) depth -= 1;
    else if (depth === 0 && (sign === ',' || sign === ']')) {
      if (at > from) rows.push(body.slice(from, at));
      from = at + 1;
      if (sign === ']') break;
    }
  }
  return rows;
}
