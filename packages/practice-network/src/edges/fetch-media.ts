import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';

export type Fetched = { bytes: Buffer } | { bytes?: undefined; why: string };

const loopbackHosts = ['127.0.0.1', 'localhost', '[::1]'];
const patienceMs = 10_000;

/** Fetches a picture or clip. Only this computer can be asked: a practice world has no outside. */
export function fetchFromLoopback(address: string, maxBytes: number): Promise<Fetched> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined) return Promise.resolve({ why: 'The address is not a URL.' });
  if (url.protocol !== 'http:' || !loopbackHosts.includes(url.hostname)) {
    return Promise.resolve({ why: `The practice network cannot reach ${url.hostname}.` });
  }
  return new Promise((resolve) => {
    const request = get(url, { timeout: patienceMs, agent: false }, (response) => {
      void collect(response, maxBytes).then(resolve);
    });
    request.on('timeout', () => request.destroy(new Error('The host did not answer.')));
    request.on('error', (error) => resolve({ why: error.message }));
  });
}

async function collect(response: IncomingMessage, maxBytes: number): Promise<Fetched> {
  if (response.statusCode !== 200) {
    response.resume();
    return { why: `The host answered ${response.statusCode ?? 0}.` };
  }
  const parts: Buffer[] = [];
  let sizeBytes = 0;
  try {
    for await (const part of response as AsyncIterable<Buffer>) {
      sizeBytes += part.length;
      // One byte over is enough to know; the caller judges the size.
      if (sizeBytes > maxBytes + 1) return { bytes: Buffer.concat([...parts, part]) };
      parts.push(part);
    }
  } catch {
    return { why: 'The answer broke off.' };
  }
  return { bytes: Buffer.concat(parts) };
}
