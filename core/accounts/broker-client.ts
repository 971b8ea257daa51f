import { createHash, randomBytes } from 'node:crypto';
import { redactTokens } from 'graph-api-client';
import { Problem } from '../../shared/contract/problem.ts';
import { quotedWords } from './quoted-words.ts';

/** Binds a code to the studio that asked for it: whoever else catches it cannot exchange it. */
export type Verifier = { verifier: string; challenge: string };

const patienceMs = 20_000;
const largestAnswerBytes = 64 * 1024;
const longestWords = 200;

export function newVerifier(): Verifier {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

/** The broker's page that leads on to the network's. The protocol: docs/token-broker.md. */
export function brokerLoginUrl(
  brokerUrl: string,
  login: { state: string; returnUrl: string; challenge: string },
): string {
  const { state, returnUrl, challenge } = login;
  const query = new URLSearchParams({ state, return: returnUrl, challenge });
  return `${brokerUrl}/login?${query.toString()}`;
}

/** Whose broker it is. Throws Problem 'broker-unreachable' or 'broker-refused'. */
export async function askBroker(brokerUrl: string): Promise<{ name: string }> {
  const answer = await call(`${brokerUrl}/about`, { method: 'GET' });
  if (answer['protocol'] !== 1) throw new Problem('broker-refused');
  return { name: wordsOf(answer['name']) ?? new URL(brokerUrl).host };
}

/** The person's token for a code of the broker. Throws Problem as `askBroker`. */
export async function exchangeAtBroker(
  brokerUrl: string,
  code: string,
  verifier: string,
): Promise<{
  userToken: string;
  expiresAt?: number | undefined;
  accessEndsAt?: number | undefined;
}> {
  const answer = await call(`${brokerUrl}/exchange`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, verifier }),
  });
  const userToken = wordsOf(answer['userToken']);
  if (!userToken || !/^[\x21-\x7e]+$/.test(userToken)) {
    throw new Problem('broker-refused');
  }
  return {
    userToken,
    expiresAt: instantOf(answer['expiresAt']),
    accessEndsAt: instantOf(answer['accessEndsAt']),
  };
}

function instantOf(value: unknown): number | undefined {
  const at = Date.parse(wordsOf(value) ?? '');
  return Number.isNaN(at) ? undefined : at;
}

async function call(url: string, request: RequestInit): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    ...request,
    redirect: 'manual',
    signal: AbortSignal.timeout(patienceMs),
  }).catch(() => {
    throw new Problem('broker-unreachable');
  });
  const body = parse(await readText(response));
  if (response.status >= 500) throw new Problem('broker-unreachable');
  if (!response.ok || !body) {
    const words = redactTokens(wordsOf(body?.['error']) ?? '').slice(0, longestWords);
    throw new Problem('broker-refused', quotedWords(words));
  }
  return body;
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  try {
    for await (const chunk of response.body ?? []) {
      sizeBytes += chunk.length;
      if (sizeBytes > largestAnswerBytes) return '';
      chunks.push(chunk);
    }
  } catch {
    throw new Problem('broker-unreachable');
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function wordsOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
