import { isLoopback, type BaseUrls } from 'graph-api-client';
import { Problem } from '../../shared/contract/problem.ts';

export const realGraphUrl = 'https://graph.facebook.com';

/** Bytes of videos go to a host of their own on the real network, to the same one elsewhere. */
export function basesOf(graphUrl: string): BaseUrls {
  if (graphUrl !== realGraphUrl) return { graph: graphUrl };
  return {
    graph: graphUrl,
    rupload: 'https://rupload.facebook.com',
    dialog: 'https://www.facebook.com',
  };
}

/** The address as it is stored. Throws Problem when it is neither https nor 127.0.0.1. */
export function checkGraphUrl(given: string | undefined): { graphUrl: string; practice: boolean } {
  if (given === undefined) return { graphUrl: realGraphUrl, practice: false };
  const url = URL.canParse(given) ? new URL(given) : undefined;
  // The name may also stand for ::1, where another program may listen.
  if (url?.hostname === 'localhost') url.hostname = '127.0.0.1';
  const isHere = url?.hostname === '127.0.0.1';
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isHere);
  const hasMore = Boolean(url?.username || url?.password || url?.search || url?.hash);
  if (!url || !isSafe || hasMore) throw new Problem('invalid-input', { fields: 'graph' });
  const graphUrl = `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
  return { graphUrl, practice: isLoopback(graphUrl) };
}
