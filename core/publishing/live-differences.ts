import type { FrozenContent } from './frozen-content.ts';
import type { LiveDifference } from './live-record.ts';
import { normaliseText } from './recipes/match-published.ts';

/** A published post as customers see it. What could not be read is absent and not compared. */
export type LiveView = {
  text?: string;
  mediaCount?: number;
  link?: string | undefined;
  /** How many product tags each medium wears, in order. */
  tagCounts?: number[];
  /** Of each medium, in order. */
  alts?: (string | undefined)[];
  collaborators?: string[];
  isVisible?: boolean;
};

/** Where what customers see is not what was planned. Spaces, letter forms and the wrapping of links are
 *  the network's own business. */
export function liveDifferences(content: FrozenContent, view: LiveView): LiveDifference[] {
  return [
    ...differ('visible', 'yes', view.isVisible === false ? 'no' : 'yes'),
    ...(view.text === undefined ? [] : wordsDiffer('caption', content.text, view.text)),
    ...mediaDifference(content, view),
    ...linkDifference(content, view),
    ...tagDifference(content, view),
    ...altDifferences(content, view),
    ...collaboratorDifference(content, view),
  ];
}

function differ(field: LiveDifference['field'], planned: string, seen: string): LiveDifference[] {
  return planned === seen ? [] : [{ field, planned, seen }];
}

/** Shown as they are; spaces alone are no difference. */
function wordsDiffer(
  field: LiveDifference['field'],
  planned: string,
  seen: string,
): LiveDifference[] {
  if (normaliseText(planned) === normaliseText(seen)) return [];
  return [{ field, planned: planned.trim(), seen: seen.trim() }];
}

function mediaDifference({ media }: FrozenContent, { mediaCount }: LiveView): LiveDifference[] {
  if (mediaCount === undefined) return [];
  return differ('media', String(media.length), String(mediaCount));
}

function linkDifference({ link }: FrozenContent, view: LiveView): LiveDifference[] {
  if (!('link' in view) || !link) return [];
  const isSame = plainLink(link) === plainLink(view.link ?? '');
  return isSame ? [] : differ('link', link, view.link ?? '');
}

/** The same page, whatever the network adds to count its visitors. */
function plainLink(address: string): string {
  const url = URL.parse(address);
  if (!url) return address.trim();
  for (const name of [...url.searchParams.keys()]) {
    if (/^(?:fbclid|igsh|h__)$/.test(name)) url.searchParams.delete(name);
  }
  const search = url.searchParams.toString();
  const path = url.pathname.replace(/\/$/, '');
  return `${url.hostname.replace(/^www\./, '')}${path}${search && `?${search}`}`;
}

/** How many tags are where they were meant to be. */
function tagDifference({ media }: FrozenContent, { tagCounts }: LiveView): LiveDifference[] {
  if (!tagCounts) return [];
  const planned = media.slice(0, tagCounts.length).map((medium) => medium.tags.length);
  const inPlace = planned.map((count, index) => Math.min(count, tagCounts[index] ?? 0));
  const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);
  return differ('tags', String(sum(planned)), String(sum(inPlace)));
}

/** Only where a text was given: what the network writes by itself is no loss. */
function altDifferences({ media }: FrozenContent, { alts }: LiveView): LiveDifference[] {
  if (!alts) return [];
  return media.slice(0, alts.length).flatMap(({ alt }, index) => {
    if (!alt) return [];
    return wordsDiffer('alt', alt, alts[index] ?? '');
  });
}

function collaboratorDifference(
  { collaborators = [] }: FrozenContent,
  view: LiveView,
): LiveDifference[] {
  if (!view.collaborators) return [];
  const seen = new Set(view.collaborators.map((name) => name.toLowerCase()));
  const isMissing = collaborators.some((name) => !seen.has(name.toLowerCase()));
  return isMissing
    ? differ('collaborators', collaborators.join(', '), view.collaborators.join(', '))
    : [];
}
