import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { Button } from '../../../ui/button.tsx';
import { CheckBox } from '../../../ui/check-box.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { PoolBlock } from './pool-block.tsx';
import { NumberField } from './repeat-fields.tsx';

/** Reserves of posts that fill the hours which nothing else takes. */
export function PoolsPart() {
  const { t } = useTranslation('repeats');
  const api = useApi();
  const items = useQuery(api.repeats.pools.queryOptions()).data?.items;
  const [adding, setAdding] = useState(false);
  if (!items) return <SkeletonRows />;
  return (
    <div className="rhythm-part">
      <p className="small muted">{t('pools.lead')}</p>
      {items.map((pool) => (
        <PoolBlock key={pool.id} pool={pool} />
      ))}
      {adding ? (
        <PoolForm onDone={() => setAdding(false)} />
      ) : (
        <div>
          <Button icon={<IconPlus aria-hidden />} onClick={() => setAdding(true)}>
            {t('pools.add')}
          </Button>
        </div>
      )}
    </div>
  );
}

function PoolForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('repeats');
  const api = useApi();
  const accounts = useQuery(api.accounts.list.queryOptions()).data?.accounts ?? [];
  const [name, setName] = useState(t('pools.named'));
  const [minDays, setMinDays] = useState(30);
  const [maxUses, setMaxUses] = useState('');
  const [accountIds, setAccountIds] = useState<readonly string[]>([]);
  const save = useChange(api.repeats.savePool.mutationOptions({ onSuccess: onDone }));
  const most = Math.round(Number(maxUses));
  return (
    <div className="pool-form">
      <TextField label={t('pools.name')} maxLength={80} value={name} onChange={setName} />
      <fieldset>
        <legend className="field-label">{t('pools.accounts')}</legend>
        {accounts.map(({ id, network, name: own, username }) => (
          <CheckBox
            key={id}
            label={`${network === 'facebook' ? 'Facebook' : 'Instagram'}, ${username ?? own}`}
            checked={accountIds.includes(id)}
            onChange={(on) =>
              setAccountIds(on ? [...accountIds, id] : accountIds.filter((one) => one !== id))
            }
          />
        ))}
      </fieldset>
      <div className="repeat-pair">
        <NumberField
          label={t('pools.minDays')}
          unit={t('pools.days')}
          value={minDays}
          most={730}
          onChange={setMinDays}
        />
        <TextField
          label={t('pools.maxUses')}
          unit={t('pools.uses')}
          hint={t('pools.noLimit')}
          type="number"
          min={1}
          value={maxUses}
          onChange={setMaxUses}
        />
      </div>
      <div>
        <Button
          kind="primary"
          busy={save.isPending}
          disabled={accountIds.length === 0 || name.trim() === ''}
          onClick={() =>
            save.mutate({
              name: name.trim(),
              accountIds: [...accountIds],
              minDays,
              on: true,
              ...(most >= 1 && { maxUses: most }),
            })
          }
        >
          {t('pools.save')}
        </Button>
      </div>
    </div>
  );
}
