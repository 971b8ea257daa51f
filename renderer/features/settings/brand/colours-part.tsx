import { useTranslation } from 'react-i18next';
import type { BrandColours, Kit } from '../../../../shared/contract/brand.ts';
import { useToast } from '../../../ui/toast.tsx';
import { colourNames } from './colour-names.ts';
import { ColourField } from './colour-field.tsx';
import { ColourReading } from './colour-reading.tsx';
import { PaletteRow } from './palette-row.tsx';
import type { KitDeeds } from './use-kit-deeds.ts';

/** The three colours of the shop: picked, written, or taken from a picture. */
export function ColoursPart({ kit, deeds }: { kit: Kit; deeds: KitDeeds }) {
  const { t } = useTranslation('brand');
  const toast = useToast();
  const take = async (colours: Partial<BrandColours>): Promise<void> => {
    const before = await deeds.apply({ colours });
    if (before)
      toast({ text: t('colours.taken'), undo: () => void deeds.apply(before), key: 'brand' });
  };
  return (
    <section className="brand-part" aria-labelledby="brand-colours">
      <h3 id="brand-colours">{t('colours.title')}</h3>
      <div className="brand-colours">
        {colourNames.map((name) => (
          <ColourField
            key={name}
            label={t(`colours.${name}`)}
            hint={t(`colours.${name}Hint`)}
            value={kit.colours[name]}
            onChange={(colour) => deeds.change({ colours: { [name]: colour } })}
          />
        ))}
      </div>
      <ColourReading colours={kit.colours} onTake={(colours) => void take(colours)} />
      <PaletteRow kit={kit} onTake={(colours) => void take(colours)} />
    </section>
  );
}
