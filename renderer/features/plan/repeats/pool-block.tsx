import { IconPlus, IconTrash, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvergreenPool } from '../../../../shared/contract/repeats.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { Thumbnail } from '../../../ui/thumbnail.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { VariantFields } from './variant-fields.tsx';

type Entry = EvergreenPool['entries'][number];

/** One reserve: its switch, its posts, and when they were last out. */
export function PoolBlock({ pool }: { pool: EvergreenPool }) {
  const { t } = useTranslation('repeats');
  const api = useApi();
  const toast = useToast();
  const save = useChange(api.repeats.savePool.mutationOptions());
  const remove = useChange(
    api.repeats.removePool.mutationOptions({
      onSuccess: () => toast({ text: t('pools.removed') }),
    }),
  );
  const { id, name, accountIds, minDays, maxUses, on, entries } = pool;
  const settings = { name, accountIds, minDays, ...(maxUses !== undefined && { maxUses }) };
  return (
    <section className="pool" aria-label={name}>
      <div className="pool-head">
        <b className="grow">{name}</b>
        <Switch
          label={t('pools.on')}
          checked={on}
          busy={save.isPending}
          onChange={(next) => save.mutate({ ...settings, poolId: id, on: next })}
        />
        <IconButton
          label={t('pools.remove')}
          icon={<IconTrash />}
          busy={remove.isPending}
          onClick={() => remove.mutate({ poolId: id })}
        />
      </div>
      {entries.length === 0 ? (
        <p className="small muted">{t('pools.empty')}</p>
      ) : (
        <ul className="rhythm-list">
          {entries.map((entry) => (
            <EntryLine key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
      <AddPost poolId={id} />
    </section>
  );
}

function EntryLine({ entry }: { entry: Entry }) {
  const { t } = useTranslation('repeats');
  const api = useApi();
  const formats = useFormats();
  const [varying, setVarying] = useState<readonly string[]>();
  const take = useChange(api.repeats.removeFromPool.mutationOptions());
  const change = useChange(
    api.repeats.changeEntry.mutationOptions({ onSuccess: () => setVarying(undefined) }),
  );
  const { id, title, thumbUrl, uses, lastAt, variants } = entry;
  const when = lastAt === undefined ? '' : formats.dateTime(lastAt);
  const isComing = lastAt !== undefined && Date.parse(lastAt) > Date.now();
  const last = lastAt ? t(isComing ? 'pools.next' : 'pools.last', { when }) : t('pools.never');
  const texts = (varying ?? []).map((text) => text.trim()).filter((text) => text !== '');
  return (
    <li className="pool-entry">
      <Thumbnail url={thumbUrl} widthPx={32} />
      <span className="rhythm-words">
        <span className="cut">{title}</span>
        <span className="small muted num">
          {t('pools.used', { count: uses })}, {last} ·{' '}
          {t('pools.texts', { count: variants.length + 1 })}
        </span>
        {varying ? (
          <>
            <VariantFields variants={varying} onChange={setVarying} />
            <span>
              <Button
                busy={change.isPending}
                onClick={() => change.mutate({ entryId: id, variants: texts })}
              >
                {t('pools.saveTexts')}
              </Button>
            </span>
          </>
        ) : null}
      </span>
      {varying ? null : (
        <Button
          kind="quiet"
          aria-label={t('pools.varyOf', { title })}
          onClick={() => setVarying(variants)}
        >
          {t('pools.vary')}
        </Button>
      )}
      <IconButton
        label={t('pools.take', { title })}
        icon={<IconX />}
        busy={take.isPending}
        onClick={() => take.mutate({ entryId: id })}
      />
    </li>
  );
}

function AddPost({ poolId }: { poolId: string }) {
  const { t } = useTranslation('repeats');
  const api = useApi();
  const drafts = useQuery(api.posts.drafts.queryOptions({ input: { limit: 20 } })).data?.items;
  const add = useChange(api.repeats.addToPool.mutationOptions());
  if (!drafts || drafts.length === 0) return <p className="small muted">{t('pools.noPosts')}</p>;
  return (
    <div>
      <Menu
        align="start"
        target={
          <Button icon={<IconPlus aria-hidden />} busy={add.isPending}>
            {t('pools.addPost')}
          </Button>
        }
        items={drafts.map((draft) => ({
          label: draft.title,
          run: () => add.mutate({ poolId, postId: draft.id }),
        }))}
      />
    </div>
  );
}
