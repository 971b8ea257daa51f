import { IconPhoto } from '@tabler/icons-react';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BrandColours, Kit } from '../../../../shared/contract/brand.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { useProblem } from '../../../link/use-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { ProblemBlock } from '../../../ui/problem-block.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { colourNames } from './colour-names.ts';
import { LibraryDialog } from './library-dialog.tsx';

type Props = { kit: Kit; onTake: (colours: Partial<BrandColours>) => void };

/** The colours of the logo, or of any photo, to take one by one or all at once. */
export function PaletteRow({ kit, onTake }: Props) {
  const { t } = useTranslation('brand');
  const api = useApi();
  const problem = useProblem();
  const [photoId, setPhotoId] = useState<string>();
  const [isPicking, setPicking] = useState(false);
  const assetId = photoId ?? kit.logo?.assetId ?? kit.logoDark?.assetId;
  const palette = useQuery(
    api.brand.palette.queryOptions({ input: assetId ? { assetId } : skipToken }),
  );
  const from = photoId ? 'photo' : 'logo';
  return (
    <div className="brand-palette">
      <div className="brand-line">
        <span className="small">{t(assetId ? `palette.${from}` : 'palette.none')}</span>
        <span className="grow" />
        {photoId && kit.logo ? (
          <Button kind="quiet" onClick={() => setPhotoId(undefined)}>
            {t('palette.fromLogo')}
          </Button>
        ) : null}
        <Button kind="quiet" icon={<IconPhoto aria-hidden />} onClick={() => setPicking(true)}>
          {t('palette.fromPhoto')}
        </Button>
      </div>
      {palette.isLoading ? <Skeleton widthPx={240} heightPx={36} /> : null}
      {palette.error ? <ProblemBlock problem={problem(palette.error)} /> : null}
      {palette.data ? (
        <div className="brand-line">
          <Chips
            colours={palette.data.colours.map(({ colour }) => colour)}
            now={kit.colours}
            onTake={onTake}
          />
          <span className="grow" />
          <Proposal proposal={palette.data.proposal} now={kit.colours} onTake={onTake} />
        </div>
      ) : null}
      <LibraryDialog
        opened={isPicking}
        onClose={() => setPicking(false)}
        onPick={(picked) => {
          setPicking(false);
          setPhotoId(picked);
        }}
      />
    </div>
  );
}

type ChipProps = { now: BrandColours; onTake: Props['onTake'] };

function Chips({ colours, now, onTake }: ChipProps & { colours: readonly string[] }) {
  const { t } = useTranslation('brand');
  const worn = new Set(Object.values(now).map((colour) => colour.toUpperCase()));
  return (
    <div className="brand-chips" role="group" aria-label={t('palette.colours')}>
      {colours.map((colour) => (
        <Menu
          key={colour}
          align="start"
          target={
            <button
              type="button"
              className="brand-chip"
              data-worn={worn.has(colour.toUpperCase()) || undefined}
              style={{ background: colour }}
              aria-label={t('palette.use', { colour })}
            />
          }
          items={colourNames.map((name) => ({
            label: t(`palette.as.${name}`),
            icon: <i className="brand-dot" style={{ background: now[name] }} />,
            run: () => onTake({ [name]: colour }),
          }))}
        />
      ))}
    </div>
  );
}

function Proposal({ proposal, now, onTake }: ChipProps & { proposal: BrandColours }) {
  const { t } = useTranslation('brand');
  const isWorn = colourNames.every(
    (name) => proposal[name].toUpperCase() === now[name].toUpperCase(),
  );
  return (
    <Button
      disabled={isWorn}
      icon={
        <span className="brand-trio" aria-hidden="true">
          {colourNames.map((name) => (
            <i key={name} style={{ background: proposal[name] }} />
          ))}
        </span>
      }
      onClick={() => onTake(proposal)}
    >
      {t(isWorn ? 'palette.taken' : 'palette.takeAll')}
    </Button>
  );
}
