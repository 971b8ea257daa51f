import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LibraryDetails as Details } from '../../../../shared/contract/library.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { useApi } from '../../../link/link-provider.tsx';
import { useNow } from '../../../link/use-now.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { AltField } from './alt-field.tsx';
import { AssetDeeds } from './asset-deeds.tsx';
import { Stars } from './stars.tsx';
import { TagField } from './tag-field.tsx';
import type { LibraryDeeds } from './use-library-deeds.ts';
import { UsedIn } from './used-in.tsx';

/** What is known of one picture or film, what it is called, and where it is used. */
export function LibraryDetails({
  assetId,
  deeds,
  onOpen,
  onProduct,
}: {
  assetId: string | undefined;
  deeds: LibraryDeeds;
  onOpen: () => void;
  onProduct: (productId: string) => void;
}) {
  const { t } = useTranslation('library');
  const api = useApi();
  const found = useQuery({
    ...api.library.get.queryOptions({ input: { assetId: assetId ?? '' } }),
    enabled: assetId !== undefined,
    retry: false,
  });
  const asset = assetId === undefined ? undefined : found.data;
  return (
    <aside className="lib-details" aria-label={t('details.title')}>
      {assetId === undefined ? <p className="muted lib-none">{t('details.none')}</p> : null}
      {assetId !== undefined && !asset && found.isPending ? <Skeleton heightPx={220} /> : null}
      {asset ? (
        <>
          <button
            type="button"
            className="lib-large"
            aria-label={t('details.enlarge')}
            onClick={onOpen}
          >
            <img src={asset.thumbUrl} alt="" />
          </button>
          <Marks key={asset.id} asset={asset} deeds={deeds} />
          <AltField asset={asset} />
          <AssetDeeds asset={asset} deeds={deeds} />
          <Facts asset={asset} />
          <UsedIn asset={asset} onProduct={onProduct} />
        </>
      ) : null}
    </aside>
  );
}

function Marks({ asset, deeds }: { asset: Details; deeds: LibraryDeeds }) {
  const { t } = useTranslation('library');
  const [name, setName] = useState(asset.name);
  const chosen = { assetIds: [asset.id] };
  const keep = () => {
    const wanted = name.trim();
    if (wanted === '') setName(asset.name);
    else if (wanted !== asset.name) deeds.rename(asset.id, wanted);
  };
  return (
    <>
      <TextField
        label={t('details.name')}
        value={name}
        maxLength={200}
        onChange={setName}
        onBlur={keep}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
      />
      <div className="lib-mark-line">
        <Stars
          label={t('details.rating')}
          value={asset.rating}
          onChange={(rating) => deeds.rate(chosen, rating)}
        />
      </div>
      <TagField
        tags={asset.tags}
        onAdd={(tag) => deeds.tag(chosen, [tag])}
        onRemove={(tag) => deeds.untag(chosen, tag.id, tag.name)}
      />
    </>
  );
}

function Facts({ asset }: { asset: Details }) {
  const { t } = useTranslation('library');
  const formats = useFormats();
  const now = useNow();
  const { widthPx, heightPx, durationMs, notes } = asset;
  const size = widthPx && heightPx ? [`${widthPx} × ${heightPx}`] : [];
  const length = durationMs ? [t('tile.seconds', { count: Math.round(durationMs / 1000) })] : [];
  const facts = [
    [t('details.size'), [...size, ...length, formats.bytes(asset.sizeBytes)].join(' · ')],
    [t('details.origin'), t(`origin.${asset.origin}`)],
    ...(asset.origin === 'import' && asset.kind === 'photo'
      ? [[t('details.camera'), t('details.cameraText')]]
      : []),
    [t('details.came'), formats.near(asset.createdAt, now)],
    ...(asset.fileName === asset.name ? [] : [[t('details.file'), asset.fileName]]),
    ...(asset.erasedAt ? [[t('details.erased'), formats.near(asset.erasedAt, now)]] : []),
  ];
  return (
    <>
      <dl className="lib-facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt className="small muted">{label}</dt>
            <dd className="small num lib-fact">{value}</dd>
          </div>
        ))}
      </dl>
      {notes.map((note) => (
        <p key={note} className="studio-warning">
          {t([`notes.${note}`, 'notes.other'])}
        </p>
      ))}
    </>
  );
}
