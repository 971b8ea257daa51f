import { escapeHtml } from './html-page.ts';
import type { ShownMedia, ShownTag } from './read-posts.ts';
import type { Viewer } from './viewer.ts';
import { priceText } from './write-values.ts';

/** HTML with the style rules it needs: inline styles are forbidden to these pages. */
export interface Drawn {
  html: string;
  rules: string;
}

/** Pictures and clips of a post. Side by side in a feed of Facebook, else one after another to push along. */
export function mediaHtml(
  media: readonly ShownMedia[],
  viewer: Viewer,
  layout: 'strip' | 'many',
): Drawn {
  if (media.length === 0) return { html: '', rules: '' };
  const figures = media.map((item, index) =>
    figureHtml(item, viewer, layout === 'strip' ? `${index + 1} / ${media.length}` : ''),
  );
  const rules = figures.map((figure) => figure.rules).join('');
  const items = figures.map(({ html }) => `<li>${html}</li>`).join('');
  // What is pushed along must be reached by keys.
  const reached = layout === 'strip' ? ` tabindex="0" aria-label="${viewer.texts.carousel}"` : '';
  return media.length === 1
    ? { html: `<div class="alone">${figures[0]?.html ?? ''}</div>`, rules }
    : { html: `<ul class="${layout}"${reached}>${items}</ul>`, rules };
}

function figureHtml(media: ShownMedia, viewer: Viewer, place: string): Drawn {
  const spots = media.tags.flatMap((tag, index) => spotHtml(media.id, tag, index, viewer));
  const dots = spots.map((spot) => spot.html).join('');
  const count = place === '' || place === '1 / 1' ? '' : `<span class="count">${place}</span>`;
  return {
    html: `<figure id="m${escapeHtml(media.id)}">${pictureHtml(media, true)}${dots}${count}</figure>`,
    rules: spots.map((spot) => spot.rules).join(''),
  };
}

/** A picture, or a clip with its buttons where it may be played. */
export function pictureHtml(media: ShownMedia, plays: boolean): string {
  const address = escapeHtml(media.address);
  const alt = escapeHtml(media.alt);
  if (media.kind === 'picture') return `<img src="${address}" alt="${alt}" loading="lazy">`;
  // A still: the frame of the first tenth of a second, as many clips begin black.
  return plays
    ? `<video src="${address}" controls preload="metadata" playsinline aria-label="${alt}"></video>`
    : `<video src="${address}#t=0.1" preload="metadata" muted playsinline tabindex="-1" aria-label="${alt}"></video>`;
}

/** A dot where the product is, with name and price on the side that has room. */
function spotHtml(mediaId: string, tag: ShownTag, index: number, viewer: Viewer): Drawn[] {
  const { xShare, yShare } = tag;
  if (xShare === undefined || yShare === undefined) return [];
  const id = `t${mediaId}-${index}`;
  const sides = `${xShare > 0.5 ? ' west' : ''}${yShare > 0.7 ? ' north' : ''}`;
  const price = tagPrice(tag, viewer);
  const shown = price === '' ? '' : `<b>${escapeHtml(price)}</b>`;
  return [
    {
      html: `<div class="spot${sides}" id="${escapeHtml(id)}"><span>${escapeHtml(tag.name)}${shown}</span></div>`,
      rules: `[id="${id.replaceAll(/[^\w-]/g, '')}"]{left:${percent(xShare)};top:${percent(yShare)}}`,
    },
  ];
}

function percent(share: number): string {
  return `${Math.round(Math.max(0, Math.min(1, share)) * 10_000) / 100}%`;
}

/** The price as people read it; empty when none is known. */
export function tagPrice({ minorUnits, currency = '' }: ShownTag, { language }: Viewer): string {
  return minorUnits === undefined || !/^[A-Z]{3}$/.test(currency)
    ? ''
    : priceText(minorUnits, currency, language);
}
