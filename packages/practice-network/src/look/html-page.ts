import { createHash } from 'node:crypto';
import type { HttpAnswer } from '../http/answer.ts';
import { icon } from './icons.ts';
import { lookTexts } from './look-texts.ts';
import { style } from './style.ts';
import type { Viewer } from './viewer.ts';

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

/** No scripts, nothing from elsewhere, and only the styles that this page was written with. */
function policyFor(styles: readonly string[]): string {
  const hashes = styles.map((text) => createHash('sha256').update(text).digest('base64'));
  return [
    "default-src 'none'",
    "img-src 'self'",
    "media-src 'self'",
    `style-src ${hashes.map((hash) => `'sha256-${hash}'`).join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export interface PageParts {
  title: string;
  /** HTML, escaped already. */
  content: string;
  /** Where the link at the top leads; none on the first page. */
  back?: { href: string; text: string };
  /** The address of this very page in the other language. */
  otherHref: string;
  /** Rules that only this page needs, such as where products stand in a picture. */
  rules?: string;
  status?: number;
}

/** A whole page; what is practice is told in both languages. */
export function htmlPage({ language, texts }: Viewer, parts: PageParts): HttpAnswer {
  const other = language === 'fr' ? 'en' : 'fr';
  const styles = [style, ...(parts.rules === undefined ? [] : [parts.rules])];
  const tags = styles.map((text) => `<style>${text}</style>`).join('');
  const back =
    parts.back === undefined
      ? '<span></span>'
      : `<a href="${escapeHtml(parts.back.href)}">${escapeHtml(parts.back.text)}</a>`;
  const body = `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escapeHtml(parts.title)}</title>${tags}</head>
<body><div class="ribbon" role="note"><span>${icon('cap')} <b>${texts.practice}</b> ${texts.stripe}</span><span class="second" lang="${other}">${lookTexts[other].practice}: ${lookTexts[other].stripe}</span></div>
<main><nav class="top">${back}<a href="${escapeHtml(parts.otherHref)}" lang="${other}" hreflang="${other}">${texts.otherLanguage}</a></nav>${parts.content}</main></body></html>`;
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policyFor(styles),
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  };
  return { status: parts.status ?? 200, headers, body };
}
