import { useTranslation } from 'react-i18next';
import type { FontPair, Kit } from '../../../../shared/contract/brand.ts';
import { usualFonts } from '../../../../shared/scene/font-families.ts';
import { SelectField } from '../../../ui/select-field.tsx';
import { arrowKeyHandler } from '../../../ui/use-arrow-keys.ts';
import { OwnFonts } from './own-fonts.tsx';
import { faceStyle, useFontFaces } from '../../../ui/use-font-faces.ts';
import type { KitDeeds } from './use-kit-deeds.ts';

type Props = {
  kit: Kit;
  shopName: string;
  /** The title of a product. */
  words: string;
  deeds: KitDeeds;
};

/** Letters for titles and for everything else: as a pair, or each by itself. */
export function FontsPart({ kit, shopName, words, deeds }: Props) {
  const { t } = useTranslation('brand');
  useFontFaces(kit.families);
  const now = kit.fonts ?? usualFonts;
  const take = (fonts: FontPair) => void deeds.apply({ fonts });
  const options = kit.families.map(({ family, name, source }) => ({
    value: family,
    label: source === 'own' ? t('fonts.ownName', { name }) : name,
  }));
  return (
    <section className="brand-part" aria-labelledby="brand-fonts">
      <h3 id="brand-fonts">{t('fonts.title')}</h3>
      <Pairs {...{ kit, now, shopName, words }} onTake={take} />
      <div className="brand-two">
        <SelectField
          label={t('fonts.forTitles')}
          value={now.title}
          options={options}
          onChange={(title) => take({ ...now, title })}
        />
        <SelectField
          label={t('fonts.forTexts')}
          value={now.text}
          options={options}
          onChange={(text) => take({ ...now, text })}
        />
      </div>
      <OwnFonts kit={kit} deeds={deeds} />
    </section>
  );
}

const keyOf = ({ title, text }: FontPair): string => `${title} + ${text}`;

function Pairs({
  kit,
  now,
  shopName,
  words,
  onTake,
}: Omit<Props, 'deeds'> & { now: FontPair; onTake: (pair: FontPair) => void }) {
  const { t } = useTranslation('brand');
  const keys = kit.fontPairs.map(keyOf);
  const chosen = keys.indexOf(keyOf(now));
  const nameOf = (family: string) =>
    kit.families.find((one) => one.family === family)?.name ?? family;
  const onKeyDown = arrowKeyHandler(keys, keys[chosen] ?? '', (key) => {
    const pair = kit.fontPairs[keys.indexOf(key)];
    if (pair) onTake(pair);
  });
  return (
    <div className="brand-pairs" role="radiogroup" aria-label={t('fonts.pairs')}>
      {kit.fontPairs.map((pair, index) => (
        <button
          key={keys[index]}
          type="button"
          role="radio"
          className="brand-pair"
          aria-checked={index === chosen}
          aria-label={t('fonts.pair', { title: nameOf(pair.title), text: nameOf(pair.text) })}
          tabIndex={index === Math.max(0, chosen) ? 0 : -1}
          onKeyDown={onKeyDown}
          onClick={() => onTake(pair)}
        >
          <span className="brand-pair-title cut" style={faceStyle(pair.title)}>
            {kit.logoText.trim() || shopName}
          </span>
          <span className="cut" style={faceStyle(pair.text)}>
            {words}
          </span>
          <span className="brand-pair-names small muted cut">
            {pair.title === pair.text
              ? nameOf(pair.title)
              : t('fonts.names', { title: nameOf(pair.title), text: nameOf(pair.text) })}
          </span>
        </button>
      ))}
    </div>
  );
}
