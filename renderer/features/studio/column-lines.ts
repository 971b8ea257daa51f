import type { Format } from '../../../shared/contract/shapes.ts';
import type { FrameSizes } from './frame-sizes.ts';

type ColumnOf = { templateId: string; format: Format; name: string };
export type TemplateLine = { templateId: string; name: string; leftPx: number; widthPx: number };

/** How wide all columns are together, and where the columns of each template stand. */
export function columnLines(
  columns: readonly ColumnOf[],
  { widthsPx, gapPx }: Pick<FrameSizes, 'widthsPx' | 'gapPx'>,
): { totalPx: number; templates: TemplateLine[] } {
  const templates: TemplateLine[] = [];
  let leftPx = 0;
  for (const { templateId, format, name } of columns) {
    const last = templates.at(-1);
    const endPx = leftPx + widthsPx[format];
    if (last?.templateId === templateId) last.widthPx = endPx - last.leftPx;
    else templates.push({ templateId, name, leftPx, widthPx: endPx - leftPx });
    leftPx = endPx + gapPx;
  }
  return { totalPx: Math.max(0, leftPx - gapPx), templates };
}
