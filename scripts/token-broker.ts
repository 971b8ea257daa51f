// A reference token broker: keeps the secret of a company's Meta app so that no studio needs it.
// Protocol, rules and BROKER_… settings: docs/token-broker.md. Plain HTTP here: needs TLS in front.
import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGraphClient, createLoginClient, loginAddress } from 'graph-api-client';
import { wantedPermissions } from '../core/accounts/capabilities.ts';

/** One login on its way: `code` is the network's, once the person has said yes. */
type Login = { state: string; back: string; challenge: string; code?: string };

const [lifeMs, mostLogins, largestBodyBytes] = [10 * 60_000, 1000, 4096];

class Refused extends Error {}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

/** Only a studio on the person's own machine is led back to. */
function studioOf(address: string | null): string {
  const url = URL.parse(address ?? '');
  const isHere = url?.hostname === '127.0.0.1' || url?.hostname === 'localhost';
  if (!isHere || url.protocol !== 'http:' || url.pathname !== '/login/return') {
    throw new Refused('bad-return');
  }
  return `${url.origin}/login/return`;
}

/** A page that leads on by itself: a redirect would count as the answer to the network's form. */
function leadBack(response: ServerResponse, { back, state }: Login, more: object): void {
  const query = new URLSearchParams({ ...more, state }).toString().replaceAll('&', '&amp;');
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  response.end(`<!doctype html><meta http-equiv="refresh" content="0; url=${back}?${query}">`);
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  // No form of another site can send this type without asking first.
  if (request.headers['content-type'] !== 'application/json') throw new Refused('json-only');
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > largestBodyBytes) throw new Refused('too-large');
  }
  return JSON.parse(text) as Record<string, unknown>;
}

const instant = (ms: number | undefined) => ms && new Date(ms).toISOString();

function granted<T>(result: { ok: true; value: T } | { ok: false }): T {
  if (!result.ok) throw new Refused('network-refused');
  return result.value;
}

/** Serves the broker that `env` describes. Throws when the app is missing. */
export async function startBroker(env: Record<string, string | undefined>, now = Date.now) {
  const app = { appId: env['BROKER_APP_ID'] ?? '', appSecret: env['BROKER_APP_SECRET'] ?? '' };
  const { BROKER_CONFIG_ID: configId, BROKER_NAME: name = 'Vitrine' } = env;
  if (!app.appId || !app.appSecret)
    throw new Error('BROKER_APP_ID and BROKER_APP_SECRET are needed');
  const baseUrls = { graph: env['BROKER_GRAPH_URL'] ?? 'https://graph.facebook.com' };
  const client = createLoginClient({ baseUrls });
  const inspector = createGraphClient({ baseUrls, token: `${app.appId}|${app.appSecret}` });
  let publicUrl = env['BROKER_PUBLIC_URL'];
  /** By a key of our own: first the state sent to the network, then the code given to the studio. */
  const logins = new Map<string, Login & { until: number }>();

  function keep(login: Login): string {
    for (const [key, one] of logins) if (one.until <= now()) logins.delete(key);
    if (logins.size >= mostLogins) throw new Refused('busy');
    const key = randomBytes(32).toString('base64url');
    logins.set(key, { ...login, until: now() + lifeMs });
    return key;
  }

  /** For one use, right or wrong. */
  function take(key: unknown): Login {
    const login = logins.get(String(key));
    logins.delete(String(key));
    if (!login || login.until <= now()) throw new Refused('unknown-login');
    return login;
  }

  function begin(query: URLSearchParams, response: ServerResponse): void {
    const state = query.get('state') ?? '';
    const challenge = query.get('challenge') ?? '';
    const isOfUs = /^[\w-]{20,200}$/.test(state) && /^[\w-]{43}$/.test(challenge);
    if (!isOfUs) throw new Refused('bad-login');
    const location = loginAddress({
      dialogUrl: env['BROKER_DIALOG_URL'] ?? 'https://www.facebook.com',
      appId: app.appId,
      redirectUri: `${publicUrl}/return`,
      state: keep({ state, challenge, back: studioOf(query.get('return')) }),
      answer: 'code',
      ...(configId === undefined ? { scopes: wantedPermissions } : { configId }),
    });
    response.writeHead(302, { location, 'cache-control': 'no-store' }).end();
  }

  async function exchange(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { code, verifier } = await readJson(request);
    const login = take(code);
    const proof = createHash('sha256').update(String(verifier)).digest('base64url');
    if (login.code === undefined || proof !== login.challenge) throw new Refused('wrong-verifier');
    const asked = { ...app, code: login.code, redirectUri: `${publicUrl}/return` };
    const { token } = granted(await client.exchangeCode(asked));
    const long = granted(await client.extendToken({ ...app, token }));
    const facts = await inspector.debugToken(long.token);
    const expiresAt = instant(long.expiresInMs && now() + long.expiresInMs);
    const accessEndsAt = facts.ok ? instant(facts.value.dataAccessExpiresAt) : undefined;
    answer(response, 200, { userToken: long.token, expiresAt, accessEndsAt });
  }

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://broker');
    const asked = `${request.method} ${pathname}`;
    if (asked === 'GET /about') answer(response, 200, { protocol: 1, name });
    else if (asked === 'GET /login') begin(query, response);
    else if (asked === 'POST /exchange') await exchange(request, response);
    else if (asked === 'GET /return') {
      const [login, code] = [take(query.get('state')), query.get('code')];
      const refusal = { error: 'access_denied' };
      leadBack(response, login, code === null ? refusal : { code: keep({ ...login, code }) });
    } else answer(response, 404, { error: 'not-found' });
  }

  const server = createServer((request, response) => {
    route(request, response).catch((error: unknown) => {
      if (error instanceof Refused) answer(response, 400, { error: error.message });
      else answer(response, 500, { error: 'internal' });
    });
  });
  const port = Number(env['BROKER_PORT'] ?? 8787);
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  publicUrl ??= url;
  return { url, server };
}

if (import.meta.main) {
  const { url } = await startBroker(process.env);
  process.stdout.write(`${JSON.stringify({ url })}\n`);
}
