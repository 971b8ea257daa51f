import { createHash } from 'node:crypto';
import type { HttpAnswer } from '../http/answer.ts';
import { escapeHtml } from '../look/html-page.ts';
import type { DialogProblem, DialogRequest } from './dialog-request.ts';
import { dialogTexts } from './dialog-texts.ts';

export type DialogLanguage = keyof typeof dialogTexts;

const style = `
:root { color-scheme: light dark; --bg: #FAF8F5; --surface: #FFF; --ink: #211D1A; --muted: #6A625B; --line: #E6E0D9; --accent: #B8431F; --on: #FFF; }
@media (prefers-color-scheme: dark) { :root { --bg: #171513; --surface: #211E1B; --ink: #F4EFEA; --muted: #B5ABA2; --line: #3A352F; --accent: #FF9B73; --on: #171513; } }
body { margin: 0; background: var(--bg); color: var(--ink); font: 16px/1.5 Inter, system-ui, sans-serif; }
main { max-width: 480px; margin: 0 auto; padding: 24px 16px; }
h1 { font: 500 26px/1.25 Fraunces, Georgia, serif; margin: 0 0 8px; }
fieldset { background: var(--surface); border: 1px solid var(--line); border-radius: 10px; margin: 16px 0; padding: 8px 16px; }
label { display: block; padding: 6px 0; overflow-wrap: anywhere; }
small { display: block; color: var(--muted); margin-left: 26px; }
input, button { font: inherit; accent-color: var(--accent); }
button { padding: 10px 18px; border-radius: 8px; border: 1px solid var(--accent); background: none; color: var(--accent); cursor: pointer; margin-right: 8px; }
button.first { background: var(--accent); color: var(--on); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** `formTarget` is where the answered form may lead: browsers hold the redirect to it as well. */
function page(
  language: DialogLanguage,
  title: string,
  content: string,
  options: { status?: number; formTarget?: string } = {},
): HttpAnswer {
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    "base-uri 'none'",
    `form-action ${options.formTarget === undefined ? "'none'" : `'self' ${options.formTarget}`}`,
    "frame-ancestors 'none'",
  ].join('; ');
  const body = `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escapeHtml(title)}</title><style>${style}</style></head>
<body><main><h1>${escapeHtml(title)}</h1>${content}</main></body></html>`;
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  };
  return { status: options.status ?? 200, headers, body };
}

/** What a person can tick in the dialog. */
export interface DialogChoices {
  pages: readonly { id: string; name: string; account: string | null }[];
  key: string;
}

/** The dialog itself: Pages and permissions to tick, yes and no. */
export function dialogPage(
  language: DialogLanguage,
  request: DialogRequest,
  choices: DialogChoices,
): HttpAnswer {
  const texts = dialogTexts[language];
  const meanings: Readonly<Record<string, string>> = texts.meanings;
  const hidden = Object.entries({ ...request.sent, key: choices.key })
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`)
    .join('');
  const pages = choices.pages
    .map(({ id, name, account }) =>
      box('page', id, name, account === null ? undefined : `@${account}`),
    )
    .join('');
  const scopes = request.scopes
    .map((name) => box('permission', name, meanings[name] ?? name, name))
    .join('');
  const { protocol, origin } = new URL(request.redirectUri);
  return page(
    language,
    texts.title,
    `<p>${texts.intro}</p><form method="post">${hidden}
<fieldset><legend>${texts.pages}</legend>${pages === '' ? texts.noPages : pages}</fieldset>
<fieldset><legend>${texts.permissions}</legend>${scopes === '' ? texts.noPermissions : scopes}</fieldset>
<p><button class="first" name="decision" value="allow">${texts.allow}</button><button name="decision" value="deny">${texts.deny}</button></p></form>`,
    { formTarget: protocol.startsWith('http') ? origin : protocol },
  );
}

function box(name: string, value: string, label: string, hint: string | undefined): string {
  const small = hint === undefined ? '' : `<small>${escapeHtml(hint)}</small>`;
  return `<label><input type="checkbox" name="${name}" value="${escapeHtml(value)}" checked> ${escapeHtml(label)}${small}</label>`;
}

/** Says why the dialog does not open. */
export function problemPage(
  language: DialogLanguage,
  problem: DialogProblem | { kind: 'form' },
): HttpAnswer {
  const texts = dialogTexts[language];
  const names = problem.kind === 'scopes' ? ` ${problem.names.join(', ')}` : '';
  const sentence = `<p>${escapeHtml(texts.problems[problem.kind] + names)}</p>`;
  return page(language, texts.stopped, sentence, { status: problem.kind === 'form' ? 403 : 400 });
}

/** Where a login without an address of its own ends; the window's owner reads its address. */
export function donePage(language: DialogLanguage): HttpAnswer {
  const texts = dialogTexts[language];
  return page(language, texts.done, `<p>${texts.doneHint}</p>`);
}
