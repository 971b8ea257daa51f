import { useTranslation } from 'react-i18next';
import type { Kit } from '../../../../shared/contract/brand.ts';
import { TextField } from '../../../ui/text-field.tsx';
import { LogoCard } from './logo-card.tsx';
import type { KitDeeds } from './use-kit-deeds.ts';

type Props = { kit: Kit; shopName: string; deeds: KitDeeds };

/** The logo on a light and on a dark ground, and the words that stand while there is none. */
export function LogoPart({ kit, shopName, deeds }: Props) {
  const { t } = useTranslation('brand');
  const words = kit.logoText.trim() || shopName;
  return (
    <section className="brand-part" aria-labelledby="brand-logo">
      <h3 id="brand-logo">{t('logo.title')}</h3>
      <div className="brand-logos">
        <LogoCard
          kind="light"
          logo={kit.logo}
          shown={kit.logo ?? kit.logoDark}
          {...{ words, deeds }}
          ground={kit.colours.paper}
          ink={kit.colours.ground}
        />
        <LogoCard
          kind="dark"
          logo={kit.logoDark}
          shown={kit.logoDark ?? kit.logo}
          {...{ words, deeds }}
          ground={kit.colours.ground}
          ink={kit.colours.paper}
        />
      </div>
      <TextField
        label={t('logo.words')}
        hint={t(kit.logo ? 'logo.wordsBeside' : 'logo.wordsHint')}
        placeholder={shopName}
        maxLength={60}
        value={kit.logoText}
        onChange={(logoText) => deeds.change({ logoText })}
      />
    </section>
  );
}
