import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Network } from '../network.ts';
import { permissionNames } from '../world/identity.ts';
import { readSettings } from '../world/settings.ts';

/** What an app asks for when it opens the login dialog. */
export interface DialogRequest {
  clientId: string;
  redirectUri: string;
  state: string | undefined;
  wantsCode: boolean;
  wantsToken: boolean;
  returnScopes: boolean;
  /** Permissions to be ticked or not. */
  scopes: string[];
  /** As they came, to be sent along with the form. */
  sent: Readonly<Record<string, string>>;
}

/** Why the dialog does not open. */
export type DialogProblem =
  | { kind: 'app' }
  | { kind: 'redirect' }
  | { kind: 'response' }
  | { kind: 'scopes'; names: string[] };

const sentNames = [
  'client_id',
  'redirect_uri',
  'state',
  'scope',
  'response_type',
  'config_id',
  'return_scopes',
  'auth_type',
  'display',
];
const alwaysGranted = new Set(['public_profile', 'email']);

/** Reads the address of the dialog, or says what is wrong with it. */
export function readDialog(
  network: Network,
  search: URLSearchParams,
): { request: DialogRequest } | { problem: DialogProblem } {
  const sent = Object.fromEntries(
    sentNames.flatMap((name) => {
      const value = search.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  const clientId = sent['client_id'] ?? '';
  if (clientId !== network.identity.app.id) return { problem: { kind: 'app' } };
  const redirectUri = sent['redirect_uri'] ?? '';
  if (!mayRedirect(network, redirectUri)) return { problem: { kind: 'redirect' } };
  const kinds = (sent['response_type'] ?? 'code').split(/[\s,+]+/);
  const [wantsCode, wantsToken] = [kinds.includes('code'), kinds.includes('token')];
  if (!wantsCode && !wantsToken) return { problem: { kind: 'response' } };
  const wanted = wantedScopes(sent);
  const unknown = wanted.filter((name) => !permissionNames.some((known) => known === name));
  if (unknown.length > 0) return { problem: { kind: 'scopes', names: unknown } };
  const returnScopes = sent['return_scopes'] === 'true';
  const state = sent['state'];
  const asked = { clientId, redirectUri, state, wantsCode, wantsToken, returnScopes };
  return { request: { ...asked, scopes: wanted, sent } };
}

/** A business login names a configuration instead of its permissions; here it holds them all. */
function wantedScopes(sent: Readonly<Record<string, string>>): string[] {
  if (sent['config_id'] !== undefined) return [...permissionNames];
  const names = (sent['scope'] ?? '').split(/[\s,]+/).filter((name) => name !== '');
  return [...new Set(names)].filter((name) => !alwaysGranted.has(name));
}

const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** A login leads back to this computer, or where the app said it may. */
function mayRedirect({ world }: Network, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password, hash } = new URL(address);
  if (username !== '' || password !== '' || hash !== '') return false;
  if (protocol === 'http:' && loopbackNames.has(hostname)) return true;
  // Never a scheme that a browser would run, whatever is allowed.
  if (/^(javascript|data|vbscript|file|blob|about):$/.test(protocol)) return false;
  const allowed = readSettings(world).redirectUris.split(',');
  return allowed.some((start) => start.trim() !== '' && address.startsWith(start.trim()));
}

/** Proves that a form was made by this network for this request. */
export function formKey({ identity }: Network, request: DialogRequest): string {
  const text = JSON.stringify(sentNames.map((name) => request.sent[name] ?? null));
  return createHmac('sha256', identity.controlToken).update(`login ${text}`).digest('base64url');
}

export function isFormKey(network: Network, request: DialogRequest, given: string): boolean {
  const [wanted, shown] = [Buffer.from(formKey(network, request)), Buffer.from(given)];
  return wanted.length === shown.length && timingSafeEqual(wanted, shown);
}
