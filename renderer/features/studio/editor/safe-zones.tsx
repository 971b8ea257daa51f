import { useTranslation } from 'react-i18next';
import type { Format } from '../../../../shared/contract/shapes.ts';
import { safeZonesOf, type ZoneRect } from '../../../../shared/rules/safe-zones.ts';

const percent = (frac: number): string => `${frac * 100}%`;
const placed = ({ xFrac, yFrac, widthFrac, heightFrac }: ZoneRect) => ({
  left: percent(xFrac),
  top: percent(yFrac),
  width: percent(widthFrac),
  height: percent(heightFrac),
});

/** What networks lay over the picture or cut off it, hatched, with its name beside it. */
export function SafeZones({ format, shown }: { format: Format; shown: readonly string[] }) {
  const { t } = useTranslation('editor');
  const zones = safeZonesOf(format).filter((zone) => shown.includes(zone.id));
  return zones.map((zone) => (
    <div key={zone.id} className="editor-zones" aria-hidden="true">
      {zone.rects.map((rect, index) => (
        <span
          key={index}
          className={`editor-zone ${rect.yFrac > 0.5 ? 'editor-zone-foot' : ''} ${rect.heightFrac === 1 || rect.widthFrac < 0.5 ? 'editor-zone-side' : ''}`}
          style={placed(rect)}
        >
          {index === 0 && rect.widthFrac === 1 ? <em>{t(`zones.name.${zone.id}`)}</em> : null}
        </span>
      ))}
      {zone.circle ? <span className="editor-circle" style={placed(zone.circle)} /> : null}
      {zone.rects[0]?.widthFrac === 1 ? null : (
        <em className="editor-zone-name">{t(`zones.name.${zone.id}`)}</em>
      )}
    </div>
  ));
}
