import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { parseCaption } from '../../../../shared/rules/caption-template.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { Button } from '../../../ui/button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { PageHead } from '../../../ui/page-head.tsx';
import { CaptionTemplateEditor } from './caption-editor.tsx';
import { CaptionPreview } from './caption-preview.tsx';
import { PictureStep } from './picture-step.tsx';
import { ProductStep } from './product-step.tsx';
import { captionOf, slotsOf } from './slots-of.ts';
import { StepHead } from '../../../ui/step-head.tsx';
import { useProductChoice, type ProductChoice } from './use-product-choice.ts';
import { useWish, type Wish } from './use-wish.ts';
import { SeriesSpan, WhenPart } from './when-part.tsx';

/** Three steps beside one another: which products, which pictures, which words and hours. */
export function SetupPage({
  productIds,
  onStart,
}: {
  productIds: string | undefined;
  onStart: (seriesId: string) => void;
}) {
  const { t } = useTranslation('series');
  const choice = useProductChoice(productIds);
  const wish = useWish();
  const { chosen, products } = choice;
  const samples = chosen.length > 0 ? chosen : products.slice(0, 1);
  return (
    <div className="fp">
      <PageHead
        title={t('title')}
        beside={chosen.length > 0 ? <SeriesSpan wish={wish} count={chosen.length} /> : null}
      >
        <RecentMenu onOpen={onStart} />
        <StartButton choice={choice} wish={wish} onStart={onStart} />
      </PageHead>
      <div className="fp-three">
        <ProductStep choice={choice} />
        <PictureStep
          wish={wish}
          sample={samples.find(({ photos }) => photos.length > 0) ?? samples[0]}
        />
        <section className="fp-column fp-words" aria-labelledby="fp-words">
          <StepHead id="fp-words" number={3} title={t('words.title')} />
          <div className="fp-scroll">
            <CaptionTemplateEditor id="fp-voice" words={wish.words} onChange={wish.setWords} />
            <CaptionPreview wish={wish} products={samples} />
            <WhenPart wish={wish} />
          </div>
        </section>
      </div>
    </div>
  );
}

function StartButton({
  choice,
  wish,
  onStart,
}: {
  choice: ProductChoice;
  wish: Wish;
  onStart: (seriesId: string) => void;
}) {
  const { t } = useTranslation('series');
  const api = useApi();
  const start = useChange(api.series.start.mutationOptions());
  const { words, picture, templateId } = wish;
  const count = choice.chosen.length;
  const isReadable = [words.text, words.facebook, words.instagram].every(
    (text) => parseCaption(text).problems.length === 0,
  );
  const { showPrice, kind } = picture;
  const run = () =>
    start.mutate(
      {
        productIds: choice.chosen.map((product) => product.id),
        picture: { kind, showPrice, format: wish.format, ...(templateId && { templateId }) },
        caption: captionOf(words),
        accountIds: wish.accountIds,
        slots: slotsOf(wish.slots),
      },
      { onSuccess: ({ seriesId }) => onStart(seriesId) },
    );
  return (
    <Button
      kind="primary"
      size="lg"
      busy={start.isPending}
      disabled={count === 0 || !isReadable || wish.isLoading}
      onClick={run}
    >
      {count === 0 ? t('startNone') : t('start', { count })}
    </Button>
  );
}

function RecentMenu({ onOpen }: { onOpen: (seriesId: string) => void }) {
  const { t } = useTranslation('series');
  const api = useApi();
  const { dateTime } = useFormats();
  const recent = useQuery(api.series.recent.queryOptions());
  const items = recent.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Menu
      target={<Button kind="quiet">{t('recent')}</Button>}
      items={items.map(({ seriesId, startedAt, count }) => ({
        label: t('recentOne', { count, at: dateTime(startedAt) }),
        run: () => onOpen(seriesId),
      }))}
    />
  );
}
