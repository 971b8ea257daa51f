import type { BaseUrls } from './client-types.ts';

/** Throws unless every base is https, or http on this machine: a token never travels in clear. */
export function checkBaseUrls(baseUrls: BaseUrls): void {
  for (const base of Object.values(baseUrls) as (string | undefined)[]) {
    if (base !== undefined && !isSafeBase(base)) {
      throw new TypeError('a base address must be https, or http on 127.0.0.1');
    }
  }
}

/** Is `address` on one of the configured hosts? Only then may a token go there. */
export function isOwnAddress(address: string, baseUrls: BaseUrls): boolean {
  const url = parse(address);
  if (!url || url.username !== '' || url.password !== '') return false;
  return [baseUrls.graph, baseUrls.rupload]
    .filter((base) => base !== undefined)
    .some((base) => parse(base)?.origin === url.origin);
}

export function isLoopback(address: string): boolean {
  const host = parse(address)?.hostname;
  return host === '127.0.0.1' || host === 'localhost';
}

function isSafeBase(base: string): boolean {
  const url = parse(base);
  if (!url || url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(base));
}

function parse(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}
