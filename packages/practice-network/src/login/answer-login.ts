import type { IncomingMessage } from 'node:http';
import { jsonAnswer, type HttpAnswer } from '../http/answer.ts';
import { readBytes } from '../http/read-body.ts';
import { preferredLanguage } from '../look/look-texts.ts';
import type { Network } from '../network.ts';
import { dialogPage, donePage, problemPage } from './dialog-html.ts';
import { formKey, isFormKey, readDialog, type DialogRequest } from './dialog-request.ts';
import { grantLogin, refusedAddress } from './grant-login.ts';

const maxFormBytes = 64 * 1024;

/** Whether an address is one of the login. */
export function isLoginPath(pathname: string): boolean {
  return /^\/(v\d+\.\d+\/)?dialog\/oauth\/?$/.test(pathname) || isDonePath(pathname);
}

function isDonePath(pathname: string): boolean {
  return pathname === '/connect/login_success.html';
}

/** Shows the login dialog and hears its answer. */
export async function answerLogin(
  network: Network,
  request: IncomingMessage,
  url: URL,
): Promise<HttpAnswer> {
  const language = preferredLanguage(request.headers['accept-language']);
  if (isDonePath(url.pathname)) return donePage(language);
  if (request.method !== 'GET' && request.method !== 'POST')
    return jsonAnswer(405, { error: { message: 'GET or POST' } });
  const form =
    request.method === 'POST'
      ? new URLSearchParams((await readBytes(request, maxFormBytes)).toString('utf8'))
      : undefined;
  const read = readDialog(network, form ?? url.searchParams);
  if ('problem' in read) return problemPage(language, read.problem);
  if (form === undefined) {
    const key = formKey(network, read.request);
    return dialogPage(language, read.request, { pages: listPages(network), key });
  }
  if (!isFormKey(network, read.request, form.get('key') ?? ''))
    return problemPage(language, { kind: 'form' });
  return redirect(decide(network, read.request, form));
}

function decide(network: Network, request: DialogRequest, form: URLSearchParams): string {
  if (form.get('decision') !== 'allow') return refusedAddress(request);
  const ticked = new Set(form.getAll('permission'));
  return grantLogin(network, request, {
    scopes: request.scopes.filter((name) => ticked.has(name)),
    pageIds: form.getAll('page'),
  });
}

function redirect(location: string): HttpAnswer {
  const headers = { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };
  return { status: 302, headers, body: '' };
}

function listPages({ world }: Network): { id: string; name: string; account: string | null }[] {
  return world.all(
    `SELECT pages.id, pages.name, instagram_accounts.username AS account
     FROM pages LEFT JOIN instagram_accounts ON instagram_accounts.id = pages.ig_id ORDER BY pages.id`,
  );
}
