import { encode } from 'uqr';
import { contrast } from './colours.ts';
import type { Colour, QrLayer } from './scene.ts';

/** What readers ask for around a code, in modules. */
export const quietEdge = 4;
/** The most that a code with this much correction holds. */
export const mostQrBytes = 1200;
const leastContrast = 4;
/** A module of three pixels still reads when a network has made the picture smaller. */
const leastModulePx = 3;

export type QrWarning = 'empty' | 'too-long' | 'too-small' | 'pale' | 'inverted' | 'no-quiet-edge';

/** The modules of a code, row by row, without its quiet edge; `true` is dark. Error correction M: a
 *  seventh of it may be hidden or dirty. Nothing for no text or for too much. */
export function qrModules(text: string): readonly (readonly boolean[])[] | undefined {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length === 0 || bytes.length > mostQrBytes) return undefined;
  return encode(text, { ecc: 'M', boostEcc: false, border: 0 }).data;
}

/** How a code stands in its box: whole pixels a module, in the middle. */
export function placeQr(layer: QrLayer, modules: number) {
  const quiet = layer.quietModules ?? quietEdge;
  const count = modules + 2 * quiet;
  const free = Math.min(Math.round(layer.box.widthPx), Math.round(layer.box.heightPx));
  const modulePx = free >= count ? Math.floor(free / count) : free / count;
  return { modulePx, quiet, sidePx: modulePx * count };
}

/** Why a phone may not read the code; nothing when it will. */
export function qrWarning(layer: QrLayer): QrWarning | undefined {
  if (layer.text === '') return 'empty';
  const rows = qrModules(layer.text);
  if (!rows) return 'too-long';
  const { modulePx, quiet } = placeQr(layer, rows.length);
  if (modulePx < leastModulePx) return 'too-small';
  if (contrast(layer.dark, layer.light) < leastContrast) return 'pale';
  if (isLighter(layer.dark, layer.light)) return 'inverted';
  return quiet < 2 ? 'no-quiet-edge' : undefined;
}

/** Light modules on a dark ground: many readers do not see them. */
function isLighter(one: Colour, other: Colour): boolean {
  return contrast(one, '#000000') > contrast(other, '#000000');
}
