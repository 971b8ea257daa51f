import { useTranslation } from 'react-i18next';
import type { Blend } from '../../../../shared/scene/scene.ts';
import { SelectField } from '../../../ui/select-field.tsx';
import { Switch } from '../../../ui/switch.tsx';
import type { RowsProps } from './panel-props.ts';
import { SliderRow } from './slider-row.tsx';

const blends: readonly (Blend | 'normal')[] = [
  ...(['normal', 'multiply', 'screen', 'overlay', 'darken', 'lighten', 'soft-light'] as const),
];

/** How a layer lies on what is under it: opacity, shadow, blend. */
export function LookRows({ layer, set, scene, document }: RowsProps) {
  const { t } = useTranslation('editor');
  const opacity = Math.round((layer.opacity ?? 1) * 100);
  const unit = Math.min(scene.widthPx, scene.heightPx) / 100;
  const shadow = { dxPx: 0, dyPx: unit * 0.6, blurPx: unit * 1.8, colour: '#00000059' };
  return (
    <>
      <SliderRow
        label={t('look.opacity')}
        value={opacity}
        min={0}
        max={100}
        text={t('view.percent', { value: opacity })}
        onChange={(value) => set({ opacity: value === 100 ? undefined : value / 100 }, 'opacity')}
        onEnd={document.finish}
      />
      <span>{t('look.blend')}</span>
      <SelectField
        label={t('look.blend')}
        labelHidden
        value={layer.blend ?? 'normal'}
        options={blends.map((value) => ({ value, label: t(`blend.${value}`) }))}
        onChange={(value) => set({ blend: value === 'normal' ? undefined : value })}
      />
      <span>{t('look.shadow')}</span>
      <Switch
        checked={layer.shadow !== undefined}
        onChange={(isOn) => set({ shadow: isOn ? shadow : undefined })}
        label={<span className="hidden-text">{t('look.shadow')}</span>}
      />
      {layer.shadow ? (
        <SliderRow
          label={t('look.blur')}
          value={layer.shadow.blurPx}
          min={0}
          max={Math.round(unit * 8)}
          text={String(Math.round(layer.shadow.blurPx))}
          onChange={(blurPx) => set({ shadow: { ...(layer.shadow ?? shadow), blurPx } }, 'shadow')}
          onEnd={document.finish}
        />
      ) : null}
    </>
  );
}
