import {
  IconAlignCenter,
  IconAlignLeft,
  IconAlignRight,
  IconCircleCheck,
  IconInfoCircle,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { shippedFamilies } from '../../../../shared/scene/font-families.ts';
import { ownFontId } from '../../../../shared/scene/own-fonts.ts';
import type { Layer, TextStyle } from '../../../../shared/scene/scene.ts';
import { useApi } from '../../../link/link-provider.tsx';
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
  // Of a logo's picture only the place can be set; its words stand where it is gone.
  const isPicture = layer.kind === 'logo' && layer.photoId !== undefined;
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
      {isPicture ? null : <FontRows style={style} onChange={style1} />}
      <AlignRow style={style} onChange={style1} />
      {isPicture ? null : (
        <>
          <span>{t('text.colour')}</span>
          <ColourDots
            label={t('text.colour')}
            value={style.colour}
            look={add.look}
            onChange={(colour, gesture) => style1({ colour }, gesture)}
          />
          <Legible {...props} />
        </>
      )}
    </>
  );
}

type StyleProps = {
  style: TextStyle;
  onChange: (patch: Partial<TextStyle>, gesture?: string) => void;
};

function FontRows({ style, onChange }: StyleProps) {
  const { t } = useTranslation('editor');
  const families = useFamilies(style.font.family);
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
    </>
  );
}

function AlignRow({ style, onChange }: StyleProps) {
  const { t } = useTranslation('editor');
  const aligns = [
    { value: 'start', label: <IconAlignLeft aria-hidden />, name: t('text.left') },
    { value: 'center', label: <IconAlignCenter aria-hidden />, name: t('text.center') },
    { value: 'end', label: <IconAlignRight aria-hidden />, name: t('text.right') },
  ] as const;
  return (
    <>
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

/** The fonts that ship, those the shop brought, and the one that is set now. */
function useFamilies(now: string): { value: string; label: string }[] {
  const api = useApi();
  const { t } = useTranslation('editor');
  const own = useQuery(api.brand.fonts.queryOptions({ input: {} })).data?.fonts ?? [];
  const names = new Map([
    ...own.map(({ family, name }) => [family, name] as const),
    ...shippedFamilies.map(({ family }) => [family, family] as const),
  ]);
  // One that was taken away since: its words are drawn in Inter.
  if (!names.has(now)) names.set(now, ownFontId(now) === undefined ? now : t('text.fontGone'));
  return [...names].map(([value, label]) => ({ value, label }));
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
