import type { IncomingMessage } from 'node:http';
import type { Delivery } from '../faults/bend-answer.ts';
import type { Network } from '../network.ts';
import { jsonAnswer } from './answer.ts';

export async function handleUpload(_n: Network, _r: IncomingMessage, _u: URL): Promise<Delivery> {
  return { kind: 'send', answer: jsonAnswer(404, {}), delayMs: 0 };
}
