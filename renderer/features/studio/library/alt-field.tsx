import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextButton } from '../../../ui/text-button.tsx';

/** Words for those who cannot see the picture, kept with it wherever it is used. */
export function AltField({ assetId }: { assetId: string }) {
  const { t } = useTranslation('library');
  const api = useApi();
  const found = useQuery(api.alt.read.queryOptions({ input: { assetIds: [assetId] } }));
  const write = useChange(api.alt.write.mutationOptions());
  const [typed, setTyped] = useState<string>();
  const kept = found.data?.items[0];
  const text = typed ?? kept?.text ?? '';
  const keep = (words: string) => {
    if (kept && words.trim() !== (kept.text ?? '')) write.mutate({ assetId, text: words.trim() });
  };
  const suggested = kept?.suggested;
  return (
    <div className="lib-alt">
      <TextArea
        label={t('details.alt')}
        hint={t('details.altHint')}
        rows={2}
        maxLength={1000}
        value={text}
        onChange={setTyped}
        onBlur={() => keep(text)}
      />
      {text === '' && suggested ? (
        <TextButton
          onClick={() => {
            setTyped(suggested);
            keep(suggested);
          }}
        >
          {t('details.altSuggest')}
        </TextButton>
      ) : null}
    </div>
  );
}
