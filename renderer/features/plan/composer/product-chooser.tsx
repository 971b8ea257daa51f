import { useDebouncedValue } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../link/formats-context.tsx';
import { useApi } from '../../../link/link-provider.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Row } from '../../../ui/row.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { Thumbnail } from '../../../ui/thumbnail.tsx';
import { useEscape } from '../../../ui/use-escape.ts';

/** Which product is on the picture; Enter takes the first found, Esc takes none. */
export function ProductChooser({
  onChoose,
  onClose,
}: {
  onChoose: (productId: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('composer');
  const api = useApi();
  const formats = useFormats();
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim(), 150);
  const form = useRef<HTMLFormElement>(null);
  const input = useRef<HTMLInputElement>(null);
  useEscape(form, onClose);
  useEffect(() => input.current?.focus(), []);
  const found = useQuery(
    api.catalogue.search.queryOptions({
      input: { text: settled, limit: 6 },
      placeholderData: keepPreviousData,
    }),
  );
  const items = found.data?.items ?? [];
  // Enter must not take what was found for the words before.
  const isFresh = settled === text.trim() && !found.isPlaceholderData;
  return (
    <form
      ref={form}
      className="chooser"
      aria-label={t('tags.which')}
      onSubmit={(event) => {
        event.preventDefault();
        if (items[0] && isFresh) onChoose(items[0].id);
      }}
    >
      <div className="chooser-head">
        <b>{t('tags.which')}</b>
        <IconButton label={t('tags.none')} icon={<IconX />} onClick={onClose} />
      </div>
      <SearchField label={t('tags.search')} value={text} onChange={setText} inputRef={input} />
      {items.map((product) => (
        <Row key={product.id} onClick={() => onChoose(product.id)}>
          <Thumbnail url={product.photos[0]?.thumbUrl} widthPx={28} />
          <span className="cut grow">{product.title}</span>
          <span className="small muted num">{formats.money(product.price, product.currency)}</span>
        </Row>
      ))}
      {found.data && items.length === 0 ? <p className="muted">{t('tags.nothing')}</p> : null}
    </form>
  );
}
