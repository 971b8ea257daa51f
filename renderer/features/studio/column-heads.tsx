import { useTranslation } from 'react-i18next';
import type { Format } from '../../../shared/contract/shapes.ts';
import type { columnLines } from './column-lines.ts';
import { formatNames, type FrameSizes } from './frame-sizes.ts';
import type { Column } from './use-pictures.ts';
import type { ResultGrid } from './use-result-grid.ts';

/** Above the columns their format, and above those of a template its name, which stays in sight while
 *  any of them is. */
export function ColumnHeads({
  columns,
  sizes,
  lines,
  grid,
}: {
  columns: readonly Column[];
  sizes: FrameSizes;
  lines: ReturnType<typeof columnLines>;
  grid: ResultGrid;
}) {
  const { t } = useTranslation('studio-page');
  const nameOf = (format: Format) =>
    t(`format.${sizes.widthsPx[format] < 84 ? 'short' : 'long'}.${formatNames[format]}`);
  return (
    <div className="studio-heads small muted" style={{ width: lines.totalPx }} aria-hidden="true">
      {lines.templates.length > 1 ? (
        <div className="studio-heads-line">
          {lines.templates.map(({ templateId, name, leftPx, widthPx }) => (
            <span key={templateId} style={{ left: leftPx, width: widthPx }}>
              <span className="studio-head-template cut">{name}</span>
            </span>
          ))}
        </div>
      ) : null}
      <div className="studio-heads-line">
        {grid.across.getVirtualItems().map(({ index, start, size }) => {
          const column = columns[index];
          return column ? (
            <span
              key={`${column.templateId} ${column.format}`}
              className="cut"
              style={{ left: start, width: size }}
            >
              {nameOf(column.format)}
            </span>
          ) : null;
        })}
      </div>
    </div>
  );
}
