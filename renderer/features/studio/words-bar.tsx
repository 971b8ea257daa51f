import { IconAlertTriangle, IconTypography } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsFor } from '../../../shared/rules/template-words.ts';
import { Button } from '../../ui/button.tsx';
import { Segments } from '../../ui/segments.tsx';
import { asksOf, isMissing } from './template-asks.ts';
import type { Pictures } from './use-pictures.ts';
import { useShopHours } from './use-shop-hours.ts';
import type { What } from './use-what.ts';
import { WordsDialog } from './words-dialog.tsx';

const sizes = [2, 3, 4, 5, 6].map((count) => ({ value: String(count), label: String(count) }));

/** What the chosen templates want to know besides the products: how many stand together, and words. */
export function WordsBar({
  what,
  pictures,
  sampleId,
}: {
  what: What;
  pictures: Pictures;
  sampleId: string | undefined;
}) {
  const { t } = useTranslation('batch');
  const [isOpen, setOpen] = useState(false);
  const { chosen, words, groupSize, setGroupSize } = pictures;
  const asking = chosen.filter((template) => asksOf(template).length > 0);
  const isShared = chosen.some(({ takesSeveral }) => takesSeveral);
  const shopHours = useShopHours();
  const isLacking = asking.some((template) =>
    asksOf(template).some((ask) => {
      const of = (productId: string) => {
        const own = wordsFor(words.all[template.id], productId);
        return own?.hours?.length || !shopHours ? own : { ...own, hours: [...shopHours] };
      };
      return what.chosen.length === 0
        ? isMissing(ask, of(''))
        : what.chosen.some(({ id }) => isMissing(ask, of(id)));
    }),
  );
  if (asking.length === 0 && !isShared) return null;
  return (
    <div className="studio-words-bar">
      {isShared ? (
        <span className="studio-words-together">
          <span className="small muted">{t('words.together')}</span>
          <Segments
            label={t('words.together')}
            value={String(groupSize)}
            options={sizes}
            onChange={(next) => setGroupSize(Number(next))}
          />
        </span>
      ) : null}
      {asking.length > 0 ? (
        <Button
          icon={isLacking ? <IconAlertTriangle aria-hidden /> : <IconTypography aria-hidden />}
          onClick={() => setOpen(true)}
        >
          {t(isLacking ? 'words.lacking' : 'words.open')}
        </Button>
      ) : null}
      {isOpen ? (
        <WordsDialog
          {...{ what, pictures, sampleId }}
          templates={asking}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </div>
  );
}
