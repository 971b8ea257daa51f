import { useTranslation } from 'react-i18next';
import { withAngle } from '../../../../shared/scene/edit/move-layers.ts';
import { NumberBox } from './number-box.tsx';
import type { RowsProps } from './panel-props.ts';

/** Where the layer stands, how large and how turned it is, in pixels of the picture. */
export function PlaceRows({ layer, set, deeds }: RowsProps) {
  const { t } = useTranslation('editor');
  const { box, locked = false } = layer;
  const field = (sign: string, name: 'xPx' | 'yPx' | 'widthPx' | 'heightPx') => (
    <NumberBox
      label={t(`place.${name}`)}
      sign={sign}
      value={box[name]}
      min={name === 'xPx' || name === 'yPx' ? -10_000 : 1}
      max={10_000}
      disabled={locked}
      onChange={(value) => set({ box: { ...box, [name]: Math.round(value) } }, 'place')}
    />
  );
  return (
    <>
      <span>{t('place.place')}</span>
      <span className="editor-two">
        {field('X', 'xPx')}
        {field('Y', 'yPx')}
      </span>
      <span>{t('place.size')}</span>
      <span className="editor-two">
        {field(t('place.w'), 'widthPx')}
        {field('H', 'heightPx')}
      </span>
      <span>{t('place.angle')}</span>
      <span className="editor-two">
        <NumberBox
          label={t('place.angle')}
          unit="°"
          value={layer.rotationDeg ?? 0}
          min={-360}
          max={360}
          disabled={locked}
          onChange={(deg) => deeds.set([layer.id], (one) => withAngle(one, deg), 'angle')}
        />
      </span>
    </>
  );
}
