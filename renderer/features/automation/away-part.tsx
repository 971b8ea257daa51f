import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { AwayPeriod } from './away-period.tsx';
import { ClosedAnswer } from './closed-answer.tsx';
import { OpeningTimesField } from './opening-times-field.tsx';
import { useAutomationSettings } from './use-automation-settings.ts';

/** What customers are told while nobody is there, and when that is. */
export function AwayPart() {
  const { t } = useTranslation('rules');
  const api = useApi();
  const shop = useQuery(api.shop.get.queryOptions()).data;
  const saveShop = useChange(api.shop.save.mutationOptions());
  const { settings, save } = useAutomationSettings();
  if (!settings || !shop) return <SkeletonRows />;
  const spans = shop.openingSpans ?? [];
  return (
    <div className="rules-form">
      <OpeningTimesField
        spans={spans}
        onChange={(openingSpans) => saveShop.mutate({ openingSpans })}
      />
      <section className="rules-group">
        <h3>{t('closed.title')}</h3>
        <ClosedAnswer closed={settings.closed} isPossible={spans.length > 0} onSave={save} />
      </section>
      <section className="rules-group">
        <h3>{t('period.title')}</h3>
        <AwayPeriod away={settings.away} zone={shop.zone} onSave={save} />
      </section>
    </div>
  );
}
