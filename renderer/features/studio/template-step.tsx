import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Format } from '../../../shared/contract/shapes.ts';
import type { Template } from '../../../shared/contract/studio.ts';
import { wordsFor } from '../../../shared/rules/template-words.ts';
import { useProblem } from '../../link/use-problem.ts';
import { ProblemBlock } from '../../ui/problem-block.tsx';
import { Switch } from '../../ui/switch.tsx';
import { arrowKeyHandler } from '../../ui/use-arrow-keys.ts';
import { BrandHint } from './brand-hint.tsx';
import { ScenePreview, usePreview, type PreviewWish } from './scene-preview.tsx';
import { StepHead } from '../../ui/step-head.tsx';
import type { Pictures } from './use-pictures.ts';
import type { What } from './use-what.ts';
import { WordsBar } from './words-bar.tsx';

const previewSidePx = 400;

/** Step 2: the templates, each with the first chosen product (or the first at all); one, or several. */
export function TemplateStep({
  what,
  pictures,
  sampleId,
  onUnfit,
}: {
  what: What;
  pictures: Pictures;
  sampleId: string | undefined;
  /** No picture can be made of the sample: its photo is too small, or gone. */
  onUnfit: (productId: string) => void;
}) {
  const { t } = useTranslation('studio-page');
  const problem = useProblem();
  const { templates, chosen, isSeveral, showPrice } = pictures;
  const chosenIds = new Set(chosen.map(({ id }) => id));
  const firstId = chosen[0]?.id ?? '';
  const items = templates.data?.items ?? [];
  const values = items.map(({ id }) => id);
  const wishOf = (templateId: string): PreviewWish => ({
    templateId,
    productIds: sampleId ? [sampleId] : [],
    format: tileFormat(items.find(({ id }) => id === templateId)),
    options: {
      ...{ showPrice, ...titleFor(pictures, sampleId) },
      ...writtenFor(pictures, templateId, sampleId),
    },
  });
  const { error, isPlaceholderData } = usePreview(wishOf(firstId), previewSidePx);
  // Only a product without a photo that serves gives way to the next.
  const isUnfit = error !== null && !isPlaceholderData && photoTroubles.has(problem(error).code);
  useEffect(() => {
    if (isUnfit && sampleId !== undefined) onUnfit(sampleId);
  }, [isUnfit, sampleId, onUnfit]);
  return (
    <section className="studio-templates" aria-labelledby="studio-template">
      <StepHead id="studio-template" number={2} title={t('template.title')}>
        <Switch
          checked={isSeveral}
          onChange={pictures.setSeveral}
          label={<span className="small">{t('template.several')}</span>}
        />
        <Switch
          checked={showPrice}
          onChange={pictures.setShowPrice}
          label={<span className="small">{t('template.price')}</span>}
        />
      </StepHead>
      <BrandHint />
      <WordsBar {...{ what, pictures, sampleId }} />
      {templates.error ? <ProblemBlock problem={problem(templates.error)} /> : null}
      <div
        className="studio-tiles"
        role={isSeveral ? 'group' : 'radiogroup'}
        aria-labelledby="studio-template"
        onKeyDown={isSeveral ? undefined : arrowKeyHandler(values, firstId, pictures.setTemplateId)}
      >
        {items.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            role={isSeveral ? 'checkbox' : 'radio'}
            className="studio-tile"
            aria-checked={chosenIds.has(id)}
            tabIndex={isSeveral || id === firstId ? 0 : -1}
            onClick={() => pictures.setTemplateId(id)}
          >
            <ScenePreview wish={wishOf(id)} label="" maxSidePx={previewSidePx} />
            <span className="studio-tile-name">{name}</span>
          </button>
        ))}
      </div>
    </section>
  );
}

const photoTroubles: ReadonlySet<string> = new Set(['photo-missing', 'picture-too-small']);

/** Paper comes in a format of its own. */
function tileFormat(template: Template | undefined): Format {
  const formats = template?.formats ?? [];
  return formats.includes('4:5') ? '4:5' : (formats[0] ?? '4:5');
}

function writtenFor({ words }: Pictures, templateId: string, productId: string | undefined) {
  const written = wordsFor(words.all[templateId], productId ?? '');
  return written ? { words: written } : {};
}

function titleFor({ titles }: Pictures, productId: string | undefined) {
  const title = productId === undefined ? undefined : titles[productId];
  return productId !== undefined && title?.trim() ? { titles: { [productId]: title } } : {};
}
