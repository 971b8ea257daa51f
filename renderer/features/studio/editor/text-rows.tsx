import {
  IconAlignCenter,
  IconAlignLeft,
  IconAlignRight,
  IconCircleCheck,
  IconInfoCircle,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { fontFiles } from '../../../../shared/scene/font-files.ts';
import type { Layer, TextStyle } from '../../../../shared/scene/scene.ts';
import { Segments } from '../../../ui/segments.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { ColourDots } from './colour-dots.tsx';
import { contrastUnder } from './contrast-under.ts';
import { NumberBox } from './number-box.tsx';
import type { RowsProps } from './panel-props.ts';

type Wordy = Extract<Layer, { text: string; style: TextStyle }>;
const weights = [400, 500, 600] as const;

/** Words, their letters, size and colour. */
export function TextRows(props: RowsProps<Wordy>) {
  const { t } = useTranslation('editor');
  const { layer, set, add, document } = props;
  const { style } = layer;
  const style1 = (patch: Partial<TextStyle>, gesture?: string) =>
    set({ style: { ...style, ...patch } }, gesture);
  return (
    <>
      <span>{t('text.words')}</span>
      <label className="field editor-words">
        <textarea
          aria-label={t('text.words')}
          rows={layer.kind === 'text' ? 2 : 1}
          value={layer.text}
          maxLength={2000}
          onChange={(event) => set({ text: event.currentTarget.value }, 'type')}
          onBlur={document.finish}
        />
      </label>
      <FontRows style={style} onChange={style1} />
      <span>{t('text.colour')}</span>
      <ColourDots
        label={t('text.colour')}
        value={style.colour}
        look={add.look}
        onChange={(colour, gesture) => style1({ colour }, gesture)}
      />
      <Legible {...props} />
    </>
  );
}

function FontRows({
  style,
  onChange,
}: {
  style: TextStyle;
  onChange: (patch: Partial<TextStyle>, gesture?: string) => void;
}) {
  const { t } = useTranslation('editor');
  const families = [...new Set([...fontFiles.map((file) => file.family), style.font.family])]
    .filter((family) => !family.startsWith('Noto'))
    .map((family) => ({ value: family, label: family }));
  const aligns = [
    { value: 'start', label: <IconAlignLeft aria-hidden />, name: t('text.left') },
    { value: 'center', label: <IconAlignCenter aria-hidden />, name: t('text.center') },
    { value: 'end', label: <IconAlignRight aria-hidden />, name: t('text.right') },
  ] as const;
  return (
    <>
      <span>{t('text.font')}</span>
      <SelectField
        label={t('text.font')}
        labelHidden
        value={style.font.family}
        options={families}
        onChange={(family) => onChange({ font: { ...style.font, family } })}
      />
      <span>{t('text.size')}</span>
      <span className="editor-two editor-size">
        <NumberBox
          label={t('text.size')}
          value={style.sizePx}
          min={4}
          max={1000}
          onChange={(sizePx) =>
            onChange({ sizePx, minSizePx: Math.min(style.minSizePx, sizePx) }, 'size')
          }
        />
        <SelectField
          label={t('text.weight')}
          labelHidden
          value={String(style.font.weight)}
          options={weights.map((one) => ({ value: String(one), label: t(`weight.${one}`) }))}
          onChange={(value) => {
            const weight = weights.find((one) => String(one) === value) ?? 500;
            onChange({ font: { ...style.font, weight } });
          }}
        />
      </span>
      <span>{t('text.align')}</span>
      <Segments
        label={t('text.align')}
        value={style.align}
        options={aligns}
        onChange={(align) => onChange({ align })}
      />
    </>
  );
}

/** Whether the words can be read on what lies under them, as far as that is one colour. */
function Legible({ scene, layer }: RowsProps<Wordy>) {
  const { t } = useTranslation('editor');
  const found = contrastUnder(scene, layer);
  if (found === undefined) return null;
  const isGood = found >= 4.5;
  const value = found.toLocaleString(undefined, { maximumFractionDigits: 1 });
  return (
    <p className={`editor-legible small ${isGood ? '' : 'editor-faded'}`}>
      {isGood ? <IconCircleCheck aria-hidden /> : <IconInfoCircle aria-hidden />}
      {t(isGood ? 'text.legible' : 'text.faint', { value })}
    </p>
  );
}
