import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { StalePrice } from '../../../../shared/contract/posts.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { QuestionBlock } from '../../../ui/question-block.tsx';

/** The catalogue has another price by now than this post says; its series brings words and pictures up
 *  to date. */
export function StalePriceNote({ price }: { price: StalePrice }) {
  const { t } = useTranslation('series');
  const { money } = useFormats();
  const navigate = useNavigate();
  const { fromMinor, toMinor, currency, seriesId } = price;
  return (
    <QuestionBlock
      text={t('price.changed', {
        from: money(fromMinor, currency),
        to: money(toMinor, currency),
      })}
      answers={
        <Button
          onClick={() => void navigate({ to: '/plan/from-products', search: { series: seriesId } })}
        >
          {t('price.openSeries')}
        </Button>
      }
    />
  );
}
