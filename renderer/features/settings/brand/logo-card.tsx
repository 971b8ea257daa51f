import { useQuery } from '@tanstack/react-query';
import { IconDots, IconPhoto, IconScissors, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Kit } from '../../../../shared/contract/brand.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { FileButton } from '../../../ui/file-button.tsx';
import { FileDrop } from '../../../ui/file-drop.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu, type MenuItem } from '../../../ui/menu.tsx';
import { ProblemBlock } from '../../../ui/problem-block.tsx';
import { LibraryDialog } from './library-dialog.tsx';
import { isSeenOn, largeColours } from '../../../../shared/scene/dress/logo-seen.ts';
import type { KitDeeds, LogoKind } from './use-kit-deeds.ts';
import { useLogo, type LogoDeeds } from './use-logo.ts';

const accepted =
  'image/png,image/jpeg,image/webp,image/avif,image/tiff,image/heic,image/svg+xml,.heic';

type Props = {
  kind: LogoKind;
  logo: Kit['logo'];
  /** What stands on this ground: the other one where this is missing. */
  shown: Kit['logo'];
  words: string;
  ground: string;
  ink: string;
  deeds: KitDeeds;
};

/** One of the two logos on its ground: drop, choose, take from the library, trim, remove. */
export function LogoCard({ kind, logo, shown, words, ground, ink, deeds }: Props) {
  const { t } = useTranslation('brand');
  const [isPicking, setPicking] = useState(false);
  const deed = useLogo(kind, deeds);
  const name = t(`logo.${kind}`);
  return (
    <div className="brand-logo-card" role="group" aria-label={name}>
      <FileDrop label={t('logo.drop')} onFiles={deed.takeFile} className="brand-ground">
        <div className="brand-ground-plane" style={{ background: ground, color: ink }}>
          {shown ? (
            <img src={shown.url} alt={t('logo.alt', { name: words })} />
          ) : (
            <span className="serif">{words}</span>
          )}
        </div>
      </FileDrop>
      <div className="brand-line">
        <span className="brand-logo-name">
          <b>{name}</b>
          <span className="small muted">{t(stateOf(logo, shown))}</span>
        </span>
        <FileButton
          accept={accepted}
          multiple={false}
          busy={deed.isBusy}
          aria-label={t(logo ? 'logo.replaceOf' : 'logo.chooseOf', { name })}
          onFiles={deed.takeFile}
        >
          {t(logo ? 'logo.replace' : 'logo.choose')}
        </FileButton>
        <Menu
          target={<IconButton label={t('logo.more', { name })} icon={<IconDots />} />}
          items={useItems(logo, deed, () => setPicking(true))}
        />
      </div>
      {shown ? <LostNote assetId={shown.assetId} kind={kind} ground={ground} /> : null}
      {deed.wrong ? <ProblemBlock problem={deed.wrong} /> : null}
      <LibraryDialog
        opened={isPicking}
        onClose={() => setPicking(false)}
        onPick={(assetId) => {
          setPicking(false);
          deed.takeAsset(assetId);
        }}
      />
    </div>
  );
}

/** Says so when the logo melts into this ground. */
function LostNote({ assetId, kind, ground }: { assetId: string } & Pick<Props, 'kind' | 'ground'>) {
  const { t } = useTranslation('brand');
  const api = useApi();
  const palette = useQuery(api.brand.palette.queryOptions({ input: { assetId } })).data;
  if (!palette || isSeenOn(ground, largeColours(palette.colours))) return null;
  return <p className="small brand-lack">{t(`logo.lost.${kind}`)}</p>;
}

function stateOf(logo: Kit['logo'], shown: Kit['logo']): string {
  if (logo) return 'logo.own';
  return shown ? 'logo.other' : 'logo.inWords';
}

function useItems(logo: Kit['logo'], deed: LogoDeeds, pick: () => void): MenuItem[] {
  const { t } = useTranslation('brand');
  return [
    { label: t('logo.fromLibrary'), icon: <IconPhoto />, run: pick },
    ...(logo
      ? [
          {
            label: t(logo.originalAssetId ? 'logo.untrim' : 'logo.trim'),
            icon: <IconScissors />,
            run: () => deed.takeAsset(logo.originalAssetId ?? logo.assetId, !logo.originalAssetId),
          },
          {
            label: t('logo.remove'),
            icon: <IconTrash />,
            danger: true,
            run: () => void deed.remove(),
          },
        ]
      : []),
  ];
}
