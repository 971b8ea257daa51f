import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../../shared/contract/media.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { Chip } from '../../../ui/chip.tsx';
import { TextArea } from '../../../ui/text-area.tsx';

/** Words for those who cannot see the picture, kept with it wherever it is used; suggested from its
 *  products until somebody touches them. The networks take none for films. */
export function AltField({ asset }: { asset: Pick<Asset, 'id' | 'kind'> }) {
  const { t } = useTranslation('library');
  if (asset.kind === 'photo') return <PhotoAlt key={asset.id} assetId={asset.id} />;
  if (asset.kind === 'video') return <p className="small muted lib-alt">{t('details.altFilm')}</p>;
  return null;
}

function PhotoAlt({ assetId }: { assetId: string }) {
  const { t } = useTranslation(['library', 'import']);
  const api = useApi();
  const found = useQuery(api.alt.read.queryOptions({ input: { assetIds: [assetId] } }));
  const write = useChange(api.alt.write.mutationOptions());
  const [typed, setTyped] = useState<string>();
  const known = found.data?.items[0];
  const offered = known?.text ?? known?.suggested ?? '';
  const isSuggested = typed === undefined && known?.text === undefined && offered !== '';
  const keep = () => {
    if (typed === undefined || !known) return;
    const text = typed.trim();
    // Emptied words are suggested ones again.
    const shown = () => setTyped(undefined);
    if (text !== (known.text ?? '')) write.mutate({ assetId, text }, { onSuccess: shown });
    else shown();
  };
  return (
    <div className="lib-alt">
      <TextArea
        label={
          <>
            {t('details.alt')}{' '}
            {isSuggested ? <Chip tone="sky">{t('import:altText.suggested')}</Chip> : null}
          </>
        }
        hint={t(isSuggested ? 'import:altText.suggestedHint' : 'details.altHint')}
        rows={2}
        maxLength={1000}
        value={typed ?? offered}
        onChange={setTyped}
        onBlur={keep}
      />
    </div>
  );
}
