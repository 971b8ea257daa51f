import './brand/brand.css';
import { useTranslation } from 'react-i18next';
import { firstShopId } from '../../../shared/contract/shop.ts';
import { useProblem } from '../../link/use-problem.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemBlock } from '../../ui/problem-block.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { BrandPreview } from './brand/brand-preview.tsx';
import { ColoursPart } from './brand/colours-part.tsx';
import { FontsPart } from './brand/fonts-part.tsx';
import { LogoPart } from './brand/logo-part.tsx';
import { PricePart } from './brand/price-part.tsx';
import { GiveUpKit, InheritedNote, useKitShop } from './brand/shop-kit.tsx';
import { useBrandKit } from './brand/use-brand-kit.ts';
import { useSample } from './brand/use-sample.ts';
import { WatermarkPart } from './brand/watermark-part.tsx';

/** The look of each shop: logo, colours, letters, prices and mark, and what pictures make of them. */
export function BrandPart() {
  const { t } = useTranslation('brand');
  const { shops, shopId, shopName, firstName, choose } = useKitShop();
  return (
    <>
      {shops.length > 1 ? (
        <div className="brand-shop">
          <SelectField
            label={t('shops.label')}
            value={shopId}
            options={shops.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={choose}
          />
        </div>
      ) : null}
      <BrandRoom key={shopId} {...{ shopId, shopName, firstName }} />
    </>
  );
}

type RoomProps = { shopId: string; shopName: string; firstName: string };

function BrandRoom({ shopId, shopName, firstName }: RoomProps) {
  const { t } = useTranslation(['ui', 'brand']);
  const problem = useProblem();
  const sample = useSample();
  const { kit, error, again, deeds } = useBrandKit(shopId);
  if (error && !kit)
    return (
      <ProblemBlock
        problem={problem(error)}
        actions={<Button onClick={again}>{t('brand:again')}</Button>}
      />
    );
  if (!kit || !shopName) return <SkeletonRows />;
  const look = { kit, shopName, deeds };
  return (
    <div className="brand-room">
      <div className="brand-parts">
        {kit.inherited ? (
          <InheritedNote {...look} firstName={firstName} />
        ) : (
          <>
            <LogoPart {...look} />
            <ColoursPart {...look} />
            <FontsPart {...look} words={sample.slots?.title ?? ''} />
            <PricePart {...look} sample={sample} />
            <WatermarkPart {...look} />
            {shopId === firstShopId ? null : <GiveUpKit {...look} firstName={firstName} />}
          </>
        )}
      </div>
      <BrandPreview {...look} sample={sample} />
    </div>
  );
}
