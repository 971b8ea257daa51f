import { useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../link/link-provider.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { ScenePreview } from '../scene-preview.tsx';
import type { EditorDocument } from './use-document.ts';
import { useFormatDeeds } from './use-format-deeds.ts';

/** Another template takes the same product, words and photo; without a product one is chosen first. */
export function TemplateTab({ document }: { document: EditorDocument }) {
  const { t } = useTranslation('editor');
  const api = useApi();
  const deeds = useFormatDeeds(document);
  const { source } = document.doc;
  const [chosen, setChosen] = useState<string>();
  const productIds = chosen ? [chosen] : source.productIds;
  const templates = useQuery(api.studio.templates.queryOptions({ input: { kind: 'picture' } }));
  const { format } = document;
  const items = templates.data?.items.filter((one) => one.formats.includes(format)) ?? [];
  if (productIds.length === 0) return <ChooseProduct onChoose={setChosen} />;
  return (
    <>
      <p className="small muted editor-hint">{t('left.templatesHint')}</p>
      <div className="editor-templates">
        {items.map((template) => (
          <button
            key={template.id}
            type="button"
            aria-pressed={template.id === source.templateId}
            onClick={() => void deeds.apply(template.id, productIds)}
          >
            <ScenePreview
              wish={{ templateId: template.id, productIds, format }}
              label=""
              maxSidePx={240}
            />
            <span className="cut small">{template.name}</span>
          </button>
        ))}
      </div>
    </>
  );
}

function ChooseProduct({ onChoose }: { onChoose: (productId: string) => void }) {
  const { t } = useTranslation('editor');
  const api = useApi();
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim(), 200);
  const found = useQuery(
    api.catalogue.search.queryOptions({ input: { text: settled, limit: 12 } }),
  );
  return (
    <div className="editor-products">
      <p className="small muted editor-hint">{t('left.chooseProduct')}</p>
      <SearchField label={t('left.findProduct')} value={text} onChange={setText} />
      <ul>
        {found.data?.items.map((product) => (
          <li key={product.id}>
            <button type="button" className="cut" onClick={() => onChoose(product.id)}>
              {product.title}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
