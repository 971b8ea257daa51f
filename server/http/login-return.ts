import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Studio } from '../../core/open-studio.ts';
import { answerText } from './answers.ts';
import { checkHost, checkOrigin } from './guard.ts';
import { languageOf } from './rpc.ts';

type Asked = {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  port: number;
  studio: Studio;
};

const path = '/login/return';
const nobody = { hasBearer: false, hasCookie: false };
const outcomes = ['done', 'refused', 'unknown'] as const;

/** Where the network sends a person back to after a login in a tab. Another site led here, so no cookie
 *  comes along: what counts is the state of the login, random and good for one return. Answers false
 *  when the address is another one. */
export function answerLoginReturn(asked: Asked): boolean {
  const { request, response, url, port, studio } = asked;
  const outcome = outcomes.find((one) => url.pathname === `${path}/${one}`);
  if (url.pathname !== path && outcome === undefined) return false;
  const refusal = checkHost(request, port) ?? checkOrigin(request, nobody, false);
  if (refusal) answerText(response, refusal.status, 'refused');
  else if (request.method !== 'GET') answerText(response, 405, 'method not allowed');
  else if (outcome !== undefined) sendOutcome(asked, outcome);
  else {
    // On to an address that holds nothing: the code stays in no history and no tab.
    const came = studio.receiveLogin(url.searchParams);
    response.writeHead(303, { Location: `${path}/${came}`, 'Cache-Control': 'no-store' }).end();
  }
  return true;
}

function sendOutcome(asked: Asked, outcome: (typeof outcomes)[number]): void {
  const { request, response, studio } = asked;
  const language = languageOf(request.headers['accept-language']) ?? studio.language();
  const { title, text } = studio.describeReturn(outcome, language);
  const nonce = randomBytes(16).toString('base64');
  const page = pageOf({ language, nonce, title: escape(title), text: escape(text) });
  response.writeHead(outcome === 'unknown' ? 410 : 200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    'Cache-Control': 'no-store',
    'Content-Length': Buffer.byteLength(page),
  });
  response.end(page);
}

function pageOf(words: { language: string; nonce: string; title: string; text: string }): string {
  return `<!doctype html>
<html lang="${words.language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${words.title} – Vitrine</title>
<style nonce="${words.nonce}">
:root { color-scheme: light dark; }
body { margin: 18vh auto 0; max-width: 30rem; padding: 0 1.5rem; font: 1rem/1.5 system-ui, sans-serif;
  color: light-dark(#221d18, #f2ece4); background: light-dark(#faf8f5, #171513); }
h1 { font: 500 1.75rem/1.2 Georgia, serif; }
</style>
<main><h1>${words.title}</h1><p>${words.text}</p></main>
</html>
`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
