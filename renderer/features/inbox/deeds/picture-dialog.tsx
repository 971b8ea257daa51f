import { useQuery, keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../link/link-provider.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { Thumbnail } from '../../../ui/thumbnail.tsx';
import type { Picture } from './picture.ts';

const shownAtOnce = 60;

/** The pictures of the library, the newest first; one is taken by a press. */
export function PictureDialog({
  onPick,
  onClose,
}: {
  onPick: (picture: Picture) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('inbox-deeds');
  const api = useApi();
  const [text, setText] = useState('');
  const wish = { kind: 'photo' as const, limit: shownAtOnce };
  const sought = text.trim();
  const pictures = useQuery(
    api.media.list.queryOptions({
      input: sought === '' ? wish : { ...wish, text: sought },
      placeholderData: keepPreviousData,
    }),
  );
  const items = pictures.data?.items;
  return (
    <Dialog opened onClose={onClose} title={t('attach.library')} widthPx={680}>
      <SearchField
        data-autofocus
        label={t('attach.search')}
        placeholder={t('attach.search')}
        value={text}
        onChange={setText}
      />
      {items?.length === 0 ? <p className="deed-form muted">{t('attach.none')}</p> : null}
      <ul className="deed-pictures">
        {items?.map(({ id: assetId, name, thumbUrl }) => (
          <li key={assetId}>
            <button
              type="button"
              aria-label={t('attach.take', { name })}
              onClick={() => onPick({ assetId, thumbUrl })}
            >
              <Thumbnail url={thumbUrl} widthPx={112} heightPx={112} />
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
