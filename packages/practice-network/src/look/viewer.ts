import { lookTexts, preferredLanguage, type LookLanguage, type LookTexts } from './look-texts.ts';

/** Who looks: their language, and how links keep it. */
export interface Viewer {
  language: LookLanguage;
  texts: LookTexts;
  /** A link of these pages; a language chosen by hand stays chosen. */
  href: (path: string, query?: Readonly<Record<string, string>>) => string;
}

/** The language asked for in the address, else the one the browser prefers. */
export function readViewer(url: URL, acceptLanguage: string | undefined): Viewer {
  const asked = url.searchParams.get('lang');
  const chosen = asked === 'fr' || asked === 'en' ? asked : undefined;
  const language = chosen ?? preferredLanguage(acceptLanguage);
  return {
    language,
    texts: lookTexts[language],
    href: (path, query = {}) => {
      const search = new URLSearchParams(chosen === undefined ? query : { ...query, lang: chosen });
      return search.size === 0 ? path : `${path}?${search.toString()}`;
    },
  };
}

/** A place in a list that runs by time: everything before or after it. */
export interface Place {
  side: 'before' | 'after';
  atMs: number;
  id: string;
}

/** Reads `?before=…` or `?after=…`, and nothing out of what no page of ours wrote. */
export function readPlace(url: URL): Place | undefined {
  for (const side of ['before', 'after'] as const) {
    const [, at, id] = /^(\d{1,15})-([\w]{1,64})$/.exec(url.searchParams.get(side) ?? '') ?? [];
    if (at !== undefined && id !== undefined) return { side, atMs: Number(at), id };
  }
  return undefined;
}

export function writePlace(atMs: number, id: string): string {
  return `${atMs}-${id}`;
}
