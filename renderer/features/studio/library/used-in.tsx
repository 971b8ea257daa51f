import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AssetUse, LibraryDetails } from '../../../../shared/contract/library.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { useNow } from '../../../link/use-now.ts';
import { PostState } from '../../../ui/post-state.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { Thumbnail } from '../../../ui/thumbnail.tsx';

/** Posts, products, creations and batches that show it, each leading there, and what it was made of. */
export function UsedIn({
  asset,
  onProduct,
}: {
  asset: LibraryDetails;
  onProduct: (productId: string) => void;
}) {
  const { t } = useTranslation('library');
  return (
    <section className="lib-used">
      <h2>{t('used.title')}</h2>
      {asset.usedIn.length === 0 ? <p className="small muted">{t('used.nowhere')}</p> : null}
      <ul>
        {asset.usedIn.map((use) => (
          <li key={`${use.kind}-${use.id}`}>
            <UseLine use={use} />
          </li>
        ))}
      </ul>
      {asset.products.map(({ productId, title }) => (
        <TextButton key={productId} onClick={() => onProduct(productId)}>
          {t('used.allOf', { title })}
        </TextButton>
      ))}
      {asset.madeOf.length > 0 ? (
        <p className="small muted">
          {t('used.madeOf', { names: asset.madeOf.map(({ name }) => name).join(', ') })}
        </p>
      ) : null}
    </section>
  );
}

function UseLine({ use }: { use: AssetUse }) {
  const { t } = useTranslation('library');
  const formats = useFormats();
  const now = useNow();
  const line = (
    <>
      <Thumbnail url={use.thumbUrl} widthPx={28} heightPx={35} />
      <span className="lib-use-words">
        <span className="cut small">
          {use.title || t(use.kind === 'brand' ? 'used.shop' : 'used.untitled')}
        </span>
        <span className="small muted num lib-use-state">
          {use.kind === 'post' ? <PostState state={use.state ?? 'draft'} /> : t(`used.${use.kind}`)}
          {use.at ? formats.date(use.at, now) : null}
        </span>
      </span>
    </>
  );
  if (use.kind === 'post')
    return (
      <Link className="lib-use" to="/plan" search={{ post: use.id }}>
        {line}
      </Link>
    );
  if (use.kind === 'product')
    return (
      <Link className="lib-use" to="/catalogue" search={{ product: use.id }}>
        {line}
      </Link>
    );
  if (use.kind === 'creation')
    return (
      <Link className="lib-use" to="/studio/editor/$id" params={{ id: use.id }}>
        {line}
      </Link>
    );
  if (use.kind === 'batch')
    return (
      <Link className="lib-use" to="/studio" search={{ batch: use.id }}>
        {line}
      </Link>
    );
  if (use.kind === 'brand')
    return (
      <Link className="lib-use" to="/settings" search={{ part: 'brand' }}>
        {line}
      </Link>
    );
  return <span className="lib-use">{line}</span>;
}
