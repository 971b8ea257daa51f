import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BrandWatermark, Kit } from '../../../../shared/contract/brand.ts';
import { Segments } from '../../../ui/segments.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { PlacePicker } from './place-picker.tsx';
import type { KitDeeds } from './use-kit-deeds.ts';

type Props = { kit: Kit; shopName: string; deeds: KitDeeds };
type Kind = 'none' | 'words' | 'logo';

const usual = { place: 'bottom-right', opacity: 0.6 } as const;
const kinds = ['none', 'words', 'logo'] as const satisfies readonly Kind[];

/** A quiet mark on every picture. */
export function WatermarkPart({ kit, shopName, deeds }: Props) {
  const { t } = useTranslation('brand');
  const { watermark } = kit;
  const kind: Kind = !watermark ? 'none' : watermark.useLogo ? 'logo' : 'words';
  const words = kit.logoText.trim() || shopName;
  const choose = (next: Kind): void => {
    const { place, opacity } = watermark ?? usual;
    const marks: Record<Kind, BrandWatermark | null> = {
      none: null,
      words: { text: words, place, opacity },
      logo: { useLogo: true, place, opacity },
    };
    void deeds.apply({ watermark: marks[next] });
  };
  return (
    <section className="brand-part" aria-labelledby="brand-watermark">
      <h3 id="brand-watermark">{t('watermark.title')}</h3>
      <p className="small muted">{t('watermark.hint')}</p>
      <div>
        <Segments
          label={t('watermark.title')}
          value={kind}
          options={kinds.map((value) => ({ value, label: t(`watermark.${value}`) }))}
          onChange={choose}
        />
      </div>
      {watermark ? (
        <div className="brand-watermark">
          <PlacePicker
            label={t('watermark.place')}
            value={watermark.place}
            onChange={(place) => deeds.change({ watermark: { ...watermark, place } })}
          />
          <div className="brand-watermark-rest">
            {kind === 'words' ? (
              <WatermarkWords key={kit.shopId} watermark={watermark} deeds={deeds} />
            ) : null}
            <Opacity
              value={watermark.opacity}
              onChange={(opacity) => deeds.change({ watermark: { ...watermark, opacity } })}
            />
          </div>
        </div>
      ) : null}
    </section>
  );
}

function WatermarkWords({ watermark, deeds }: { watermark: BrandWatermark; deeds: KitDeeds }) {
  const { t } = useTranslation('brand');
  const [typed, setTyped] = useState<string>();
  const isEmpty = typed !== undefined && typed.trim() === '';
  return (
    <TextField
      label={t('watermark.text')}
      maxLength={60}
      value={typed ?? watermark.text ?? ''}
      error={isEmpty ? t('watermark.textNeeded') : undefined}
      onBlur={() => setTyped(undefined)}
      onChange={(text) => {
        setTyped(text);
        if (text.trim() !== '') deeds.change({ watermark: { ...watermark, text } });
      }}
    />
  );
}

function Opacity({ value, onChange }: { value: number; onChange: (value: number) => void }) {
  const { t } = useTranslation('brand');
  const id = useId();
  const percent = Math.round(value * 100);
  const text = t('watermark.percent', { percent });
  return (
    <div className="brand-slider">
      <label htmlFor={id}>{t('watermark.opacity')}</label>
      <input
        id={id}
        type="range"
        min={10}
        max={100}
        step={5}
        value={percent}
        aria-valuetext={text}
        onChange={(event) => onChange(Number(event.currentTarget.value) / 100)}
      />
      <output htmlFor={id} className="num small">
        {text}
      </output>
    </div>
  );
}
