import type { HttpAnswer } from '../http/answer.ts';
import type { Network } from '../network.ts';
export function answerLook(_network: Network, url: URL): HttpAnswer | undefined {
  if (url.pathname === '/')
    return { status: 200, headers: { 'content-type': 'text/html' }, body: 'practice' };
  return undefined;
}
