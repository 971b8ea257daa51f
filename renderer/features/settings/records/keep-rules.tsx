import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeepMonths, KeepRule } from '../../../../shared/contract/records.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';

const choices = ['0', '36', '24', '12', '6'] as const;
type Choice = (typeof choices)[number];
const months: Record<Choice, KeepMonths | undefined> = {
  ...{ '0': undefined, '36': 36, '24': 24, '12': 12, '6': 6 },
};

/** How long each shop keeps what customers wrote. */
export function KeepRules() {
  const api = useApi();
  const { data } = useQuery(api.records.keeping.queryOptions());
  if (!data) return <SkeletonRows count={2} />;
  return (
    <ul className="records-chosen">
      {data.rules.map((rule) => (
        <KeepLine key={rule.shopId} rule={rule} />
      ))}
    </ul>
  );
}

function KeepLine({ rule }: { rule: KeepRule }) {
  const { t } = useTranslation('records-ui');
  const api = useApi();
  const formats = useFormats();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<KeepMonths>();
  const set = useChange(
    api.records.setKeeping.mutationOptions({
      onSuccess(now) {
        queries.setQueryData(api.records.keeping.queryKey(), now);
        setAsked(undefined);
      },
    }),
  );
  const { shopId, shopName, last } = rule;
  const choose = (choice: Choice) => {
    const chosen = months[choice];
    if (chosen === undefined) set.mutate({ shopId });
    else setAsked(chosen);
  };
  return (
    <li className="records-keep">
      <span className="cut">{shopName}</span>
      <SelectField
        label={t('keep.for', { shop: shopName })}
        labelHidden
        value={choices.find((one) => months[one] === rule.months) ?? '0'}
        options={choices.map((value) => ({ value, label: t(`keep.months.${value}`) }))}
        onChange={choose}
      />
      <span className="small muted num" role="status">
        {rule.running
          ? t('keep.running')
          : last
            ? t('keep.last', { count: last.comments, date: formats.dateTime(last.at) })
            : ''}
      </span>
      {asked === undefined ? null : (
        <KeepQuestion
          {...{ shopId, shopName, asked }}
          busy={set.isPending}
          onClose={() => setAsked(undefined)}
          onConfirm={() => set.mutate({ shopId, months: asked })}
        />
      )}
    </li>
  );
}

/** What such a rule would remove, before it does. */
function KeepQuestion({
  shopId,
  shopName,
  asked,
  ...dialog
}: {
  shopId: string;
  shopName: string;
  asked: KeepMonths;
  busy: boolean;
  onClose: () => void;
  onConfirm: () => void;
}) {
  const { t } = useTranslation('records-ui');
  const api = useApi();
  const formats = useFormats();
  const input = { shopId, months: asked };
  const preview = useQuery(api.records.previewKeeping.queryOptions({ input, staleTime: 0 }));
  const told = preview.data;
  return (
    <ConfirmDialog
      opened
      danger
      title={t('keep.question', { shop: shopName })}
      text={
        told ? (
          <>
            {t('keep.would', { count: told.comments, date: formats.date(told.before) })}{' '}
            {told.held > 0 ? t('keep.held', { count: told.held }) : ''} {t('keep.stays')}
          </>
        ) : (
          t('keep.counting')
        )
      }
      action={t('keep.action')}
      {...dialog}
      busy={dialog.busy || !told}
    />
  );
}
