import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../link/link-provider.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Row } from '../../../ui/row.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { Thumbnail } from '../../../ui/thumbnail.tsx';

/** Chooses a product: the one whose photos these become, or whose pictures are looked for. */
export function AttachDialog({
  title,
  onAttach,
  onClose,
}: {
  title: string;
  onAttach: (productId: string, title: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('library');
  const api = useApi();
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim(), 150);
  const found = useQuery({
    ...api.catalogue.search.queryOptions({ input: { text: settled, limit: 30 } }),
    placeholderData: keepPreviousData,
  });
  return (
    <Dialog opened onClose={onClose} title={title}>
      <SearchField label={t('attach.search')} value={text} onChange={setText} />
      <div className="lib-products">
        {found.data?.items.map(({ id, title, sku, photos }) => (
          <Row
            key={id}
            tall
            onClick={() => {
              onAttach(id, title);
              onClose();
            }}
          >
            <Thumbnail url={photos[0]?.thumbUrl} widthPx={36} />
            <span className="cut grow">{title}</span>
            <span className="small muted num">{sku}</span>
          </Row>
        ))}
      </div>
      {found.data?.items.length === 0 ? <p className="muted">{t('attach.none')}</p> : null}
    </Dialog>
  );
}
