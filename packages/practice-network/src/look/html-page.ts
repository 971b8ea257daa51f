import { createHash } from 'node:crypto';
import type { HttpAnswer } from '../http/answer.ts';
import { lookTexts, type LookLanguage } from './look-texts.ts';

/** Text made safe to stand in HTML. */
export function escapeHtml(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? '');
}

const style = `
:root { color-scheme: light dark; --bg: #FAF8F5; --surface: #FFF; --ink: #211D1A; --muted: #6A625B; --line: #E6E0D9; --accent: #B8431F; --soft: #FBEDE7; }
@media (prefers-color-scheme: dark) { :root { --bg: #171513; --surface: #211E1B; --ink: #F4EFEA; --muted: #B5ABA2; --line: #3A352F; --accent: #FF9B73; --soft: #3A2A22; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--bg); color: var(--ink); font: 16px/1.5 Inter, system-ui, sans-serif; }
.stripe { padding: 6px 16px; text-align: center; font-size: 13px; color: var(--ink); background: repeating-linear-gradient(-45deg, var(--soft) 0 12px, var(--bg) 12px 24px); border-bottom: 1px solid var(--line); }
.stripe span { display: block; }
main { max-width: 640px; margin: 0 auto; padding: 24px 16px 64px; }
h1 { font: 500 32px/1.2 Fraunces, Georgia, serif; margin: 0 0 8px; }
h2 { font: 500 20px/1.3 Fraunces, Georgia, serif; margin: 32px 0 8px; }
a { color: var(--accent); }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.muted { color: var(--muted); font-size: 14px; }
article { background: var(--surface); border: 1px solid var(--line); border-radius: 10px; margin: 16px 0; overflow: hidden; }
article > header, article > p, article > footer { padding: 12px 16px; margin: 0; }
.words { white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext; }
.media { position: relative; display: grid; gap: 4px; background: var(--line); }
.media.many { grid-template-columns: 1fr 1fr; }
/* An odd number of pictures leaves no hole. */
.media.many figure:first-child:nth-last-child(odd) { grid-column: 1 / -1; }
figure { margin: 0; position: relative; }
img, video { display: block; width: 100%; height: auto; }
.spots { position: absolute; inset: 0; width: 100%; height: 100%; pointer-events: none; }
.spots circle { fill: #211D1A; stroke: #FFF; stroke-width: 3; }
ul { list-style: none; margin: 0; padding: 0; }
li { padding: 8px 0; border-top: 1px solid var(--line); }
li li { margin-left: 24px; }
li.hidden > .words { color: var(--muted); text-decoration: line-through; }
.face { display: inline-block; width: 40px; height: 40px; border-radius: 50%; vertical-align: middle; margin-right: 8px; }
`;

const styleHash = createHash('sha256').update(style).digest('base64');

const policy = [
  "default-src 'none'",
  "img-src 'self'",
  "media-src 'self'",
  `style-src 'sha256-${styleHash}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A whole page around `content`, which must be escaped already. */
export function htmlPage(
  language: LookLanguage,
  title: string,
  content: string,
  status = 200,
): HttpAnswer {
  const other = language === 'fr' ? 'en' : 'fr';
  const body = `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escapeHtml(title)}</title><style>${style}</style></head>
<body><div class="stripe" role="note"><span>${lookTexts[language].stripe}</span><span lang="${other}">${lookTexts[other].stripe}</span></div>
<main>${content}</main></body></html>`;
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  };
  return { status, headers, body };
}
