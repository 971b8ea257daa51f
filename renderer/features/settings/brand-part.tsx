import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BrandKit } from '../../../shared/contract/shop.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { useStudio } from '../../link/link-provider.tsx';
import { importFiles } from '../../link/upload.ts';
import { useProblem } from '../../link/use-problem.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useShopForm } from './use-shop-form.ts';

const samplePriceMinor = 2490;
const colourNames = ['ground', 'paper', 'accent'] as const;

/** Logo and colours, with a small sample of what templates make of them. */
export function BrandPart() {
  const { t } = useTranslation('settings');
  const formats = useFormats();
  const { shop, change } = useShopForm();
  if (!shop) return <SkeletonRows />;
  const { brand } = shop;
  const setBrand = (patch: Partial<BrandKit>) => change({ brand: { ...brand, ...patch } });
  return (
    <div className="settings-form">
      <TextField
        label={t('brand.logoText')}
        hint={t('brand.logoTextHint')}
        maxLength={60}
        value={brand.logoText}
        onChange={(logoText) => setBrand({ logoText })}
      />
      <Logo brand={brand} onBrand={setBrand} />
      <div className="brand-row">
        {colourNames.map((name) => (
          <label key={name} className="brand-colour">
            {t(`brand.${name}`)}
            <input
              type="color"
              value={brand.colours[name]}
              onChange={(event) =>
                setBrand({ colours: { ...brand.colours, [name]: event.currentTarget.value } })
              }
            />
          </label>
        ))}
      </div>
      <div
        className="brand-sample"
        style={{ background: brand.colours.ground, color: brand.colours.paper }}
        aria-hidden="true"
      >
        {brand.logoUrl ? (
          <img className="brand-logo" src={brand.logoUrl} alt="" />
        ) : (
          <span className="serif">{brand.logoText || shop.name}</span>
        )}
        <b style={{ color: brand.colours.accent }}>{formats.money(samplePriceMinor)}</b>
      </div>
    </div>
  );
}

function Logo({
  brand,
  onBrand,
}: {
  brand: BrandKit;
  onBrand: (patch: Partial<BrandKit>) => void;
}) {
  const { t } = useTranslation('settings');
  const { client } = useStudio();
  const toast = useToast();
  const problem = useProblem();
  const [busy, setBusy] = useState(false);
  const take = async (files: readonly File[]): Promise<void> => {
    setBusy(true);
    try {
      const { imported, refused } = await importFiles(client, files.slice(0, 1));
      const [logo] = imported;
      const asset = logo && (await client.media.get({ assetId: logo.assetId }));
      if (asset) onBrand({ logoAssetId: asset.id, logoUrl: asset.url });
      for (const { problem: why } of refused)
        toast({ title: why.title, text: `${why.what} ${why.todo}` });
    } catch (error) {
      const { title, what, todo } = problem(error);
      toast({ title, text: `${what} ${todo}` });
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="brand-row">
      {brand.logoUrl ? (
        <img className="brand-logo" src={brand.logoUrl} alt={t('brand.logo')} />
      ) : null}
      <FileButton
        accept="image/png,image/jpeg,image/webp"
        multiple={false}
        busy={busy}
        onFiles={(files) => void take(files)}
      >
        {t('brand.chooseLogo')}
      </FileButton>
      {brand.logoAssetId ? (
        <TextButton onClick={() => onBrand({ logoAssetId: undefined, logoUrl: undefined })}>
          {t('brand.removeLogo')}
        </TextButton>
      ) : null}
    </div>
  );
}
