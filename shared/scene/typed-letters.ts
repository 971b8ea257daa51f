import type { TextLayout } from './layout-text.ts';
import { isRightToLeft } from './text-runs.ts';

/** The first part of a text's letters, each where it will stand; the whole without a share. Lines of
 *  right-to-left writing fill from their right. */
export function typed(layout: TextLayout, text: string, frac: number | undefined): TextLayout {
  if (frac === undefined) return layout;
  const all = layout.lines.reduce((sum, line) => sum + line.glyphs.length, 0);
  const fromRight = isRightToLeft(text);
  let left = Math.floor(all * frac);
  const lines = layout.lines.map((line) => {
    const many = Math.min(left, line.glyphs.length);
    left -= many;
    const glyphs = fromRight
      ? line.glyphs.slice(line.glyphs.length - many)
      : line.glyphs.slice(0, many);
    return { ...line, glyphs };
  });
  return { ...layout, lines };
}
