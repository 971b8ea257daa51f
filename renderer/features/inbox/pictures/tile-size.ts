export type TileSize = { widthPx: number; heightPx: number };

const most = { widthPx: 320, heightPx: 240 };
const least = { widthPx: 120, heightPx: 160 };
/** Of a picture whose shape nobody knows yet. */
const unknown: TileSize = { widthPx: 213, heightPx: 160 };
/** Of each where there are several. */
const one: TileSize = { widthPx: 160, heightPx: 160 };

/** The room a picture takes in a conversation, the same before it is there and after: its own shape, within
 *  bounds in which a sentence has room too. */
export function tileSize(
  picture: { widthPx?: number | undefined; heightPx?: number | undefined },
  isAlone: boolean,
): TileSize {
  if (!isAlone) return one;
  const { widthPx, heightPx } = picture;
  if (!widthPx || !heightPx) return unknown;
  const scale = Math.min(most.widthPx / widthPx, most.heightPx / heightPx, 1);
  return {
    widthPx: Math.round(Math.max(widthPx * scale, least.widthPx)),
    heightPx: Math.round(Math.max(heightPx * scale, least.heightPx)),
  };
}
