import { useTranslation } from 'react-i18next';
import type { Clip, Layer } from '../../../../shared/scene/scene.ts';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { ColourDots } from './colour-dots.tsx';
import type { RowsProps } from './panel-props.ts';
import { SliderRow } from './slider-row.tsx';

/** Fill and outline of shapes and badges, the window of a photo, colours of drawings and codes. */
export function ShapeRows(props: RowsProps) {
  const { layer } = props;
  switch (layer.kind) {
    case 'shape':
    case 'badge':
      return (
        <>
          <Colour {...props} name="fill" value={paintColour(layer)} />
          <ClipRows {...props} clip={layer.shape} of="shape" />
        </>
      );
    case 'photo':
      return <ClipRows {...props} clip={layer.clip ?? { kind: 'rect' }} of="clip" />;
    case 'sticker':
      return <Colour {...props} name="colour" value={layer.colour} />;
    case 'qr':
      return (
        <>
          <QrRow {...props} text={layer.text} />
          <Colour {...props} name="dark" value={layer.dark} />
          <Colour {...props} name="light" value={layer.light} />
        </>
      );
    case 'text':
    case 'price':
    case 'logo':
      return null;
  }
}

function paintColour(layer: Layer): string | undefined {
  if (!('fill' in layer)) return undefined;
  return typeof layer.fill === 'string' ? layer.fill : layer.fill?.stops[0]?.colour;
}

function Colour({
  name,
  value,
  set,
  add,
}: RowsProps & { name: 'fill' | 'colour' | 'dark' | 'light'; value: string | undefined }) {
  const { t } = useTranslation('editor');
  return (
    <>
      <span>{t(`shape.${name}`)}</span>
      <ColourDots
        label={t(`shape.${name}`)}
        value={value}
        look={add.look}
        onChange={(colour, gesture) => set({ [name]: colour } as Partial<Layer>, gesture)}
      />
    </>
  );
}

function QrRow({ text, set, document }: RowsProps & { text: string }) {
  const { t } = useTranslation('editor');
  return (
    <>
      <span>{t('shape.link')}</span>
      <TextField
        label={t('shape.link')}
        labelHidden
        value={text}
        maxLength={500}
        onChange={(next) => set({ text: next } as Partial<Layer>, 'type')}
        onBlur={document.finish}
      />
    </>
  );
}

const clips: readonly Clip['kind'][] = ['rect', 'rounded', 'ellipse', 'arch', 'tag'];

function ClipRows({
  clip,
  of,
  set,
  scene,
  document,
}: RowsProps & { clip: Clip; of: 'shape' | 'clip' }) {
  const { t } = useTranslation('editor');
  const most = Math.round(Math.min(scene.widthPx, scene.heightPx) / 4);
  const give = (next: Clip, gesture?: string) => set({ [of]: next } as Partial<Layer>, gesture);
  const fresh = (kind: Clip['kind']): Clip => {
    if (kind === 'rounded') return { kind, radiusPx: Math.round(most / 6) };
    return kind === 'tag' ? { kind, pointFrac: 0.2 } : { kind };
  };
  return (
    <>
      <span>{t('shape.form')}</span>
      <SelectField
        label={t('shape.form')}
        labelHidden
        value={clip.kind}
        options={clips.map((value) => ({ value, label: t(`clip.${value}`) }))}
        onChange={(kind) => give(fresh(kind))}
      />
      {clip.kind === 'rounded' ? (
        <SliderRow
          label={t('shape.radius')}
          value={clip.radiusPx}
          min={0}
          max={most}
          text={String(Math.round(clip.radiusPx))}
          onChange={(radiusPx) => give({ kind: 'rounded', radiusPx }, 'radius')}
          onEnd={document.finish}
        />
      ) : null}
    </>
  );
}
