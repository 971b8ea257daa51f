import { escapeHtml } from './html-page.ts';
import type { Viewer } from './viewer.ts';

interface Neighbours {
  newer: string | undefined;
  older: string | undefined;
  newerText: string;
  olderText: string;
}

/** Links to the pages beside this one; nothing when it is the only one. */
export function pagerHtml(viewer: Viewer, path: string, neighbours: Neighbours): string {
  const { newer, older, newerText, olderText } = neighbours;
  if (newer === undefined && older === undefined) return '';
  const link = (side: string, place: string | undefined, word: string, text: string): string =>
    place === undefined
      ? ''
      : `<a class="${word}" rel="${side === 'after' ? 'prev' : 'next'}" href="${escapeHtml(viewer.href(path, { [side]: place }))}">${text}</a>`;
  return `<nav class="pager">${link('after', newer, 'newer', newerText)}${link('before', older, 'older', olderText)}</nav>`;
}
