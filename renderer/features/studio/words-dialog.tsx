import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Template, TemplateWords } from '../../../shared/contract/studio.ts';
import { wordsFor } from '../../../shared/rules/template-words.ts';
import { useApi } from '../../link/link-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { ScenePreview } from './scene-preview.tsx';
import { asksOf } from './template-asks.ts';
import { useShopHours } from './use-shop-hours.ts';
import type { Pictures } from './use-pictures.ts';
import type { What } from './use-what.ts';
import { wishOf } from './wish-of.ts';
import { WordFields } from './words-fields.tsx';

const previewSidePx = 560;
const everyone = '';

/** What the chosen templates say besides the product: written once for all, or for one product. */
export function WordsDialog({
  what,
  pictures,
  templates,
  sampleId,
  onClose,
}: {
  what: What;
  pictures: Pictures;
  /** Those that ask for words; at least one. */
  templates: readonly Template[];
  sampleId: string | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation('batch');
  const [templateId, setTemplateId] = useState(templates[0]?.id ?? '');
  const [productId, setProductId] = useState(everyone);
  const template = templates.find(({ id }) => id === templateId);
  if (!template) return null;
  const forOne = productId === everyone ? undefined : productId;
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('words.title')}
      widthPx={840}
      footer={
        <Button kind="primary" size="lg" onClick={onClose}>
          {t('words.done')}
        </Button>
      }
    >
      <div className="studio-words">
        <Preview {...{ pictures, template }} productId={forOne ?? sampleId} />
        <div className="studio-words-fields">
          <div className="studio-words-pair">
            <SelectField
              label={t('words.template')}
              value={templateId}
              options={templates.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={setTemplateId}
            />
            <SelectField
              label={t('words.for')}
              value={productId}
              options={[
                { value: everyone, label: t('words.everyone') },
                ...what.chosen.map(({ id, title }) => ({ value: id, label: title })),
              ]}
              onChange={setProductId}
            />
          </div>
          <Written {...{ pictures, template, forOne }} />
        </div>
      </div>
    </Dialog>
  );
}

/** What one template asks for, with what was written for all products or for this one. */
function Written({
  pictures,
  template,
  forOne,
}: {
  pictures: Pictures;
  template: Template;
  forOne: string | undefined;
}) {
  const { t } = useTranslation('batch');
  const { words } = pictures;
  const own = words.all[template.id];
  const shopHours = useShopHours();
  const shown = (forOne ? wordsFor(own, forOne) : own?.all) ?? {};
  const write = (change: TemplateWords) => {
    const before = forOne ? own?.ofProduct?.[forOne] : own?.all;
    words.set(template.id, forOne, { ...before, ...change });
  };
  return (
    <>
      {asksOf(template).map((ask) => (
        <WordFields
          key={`${template.id} ${ask.name}`}
          {...{ ask, words: shown, shopHours }}
          onChange={write}
        />
      ))}
      {forOne && own?.ofProduct?.[forOne] ? (
        <TextButton onClick={() => words.set(template.id, forOne, undefined)}>
          {t('words.asAll')}
        </TextButton>
      ) : null}
      {own ? null : <Reuse pictures={pictures} templateId={template.id} />}
    </>
  );
}

function Preview({
  pictures,
  template,
  productId,
}: {
  pictures: Pictures;
  template: Template;
  productId: string | undefined;
}) {
  const format = template.formats.includes('4:5') ? '4:5' : (template.formats[0] ?? '4:5');
  if (productId === undefined) return null;
  const others = template.takesSeveral ? pictures.places.others(productId) : [];
  const wish = wishOf(
    pictures.asked,
    { id: productId },
    { templateId: template.id, format },
    { others },
  );
  return (
    <div className="studio-words-look">
      <ScenePreview key={template.id} wish={wish} label={template.name} maxSidePx={previewSidePx} />
    </div>
  );
}

/** Opening hours and rules seldom change: those of another batch can be taken over. */
function Reuse({ pictures, templateId }: { pictures: Pictures; templateId: string }) {
  const { t } = useTranslation('batch');
  const api = useApi();
  const list = useQuery(api.batches.list.queryOptions());
  const found = list.data?.items.find(({ spec }) => spec.words?.[templateId]?.all);
  const words = found?.spec.words?.[templateId]?.all;
  if (!found || !words) return null;
  return (
    <TextButton onClick={() => pictures.words.set(templateId, undefined, words)}>
      {t('words.reuse', { name: found.name })}
    </TextButton>
  );
}
