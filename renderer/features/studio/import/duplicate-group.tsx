import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alike, AlikeGroup } from '../../../../shared/contract/duplicates.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { useNow } from '../../../link/use-now.ts';
import { Button } from '../../../ui/button.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { arrowKeyHandler } from '../../../ui/use-arrow-keys.ts';

type Props = {
  group: AlikeGroup | undefined;
  place: number;
  total: number;
  topPx: number;
  onMerge: (keepId: string, others: readonly string[]) => Promise<boolean>;
  onKeepAll: (assetIds: readonly string[]) => Promise<boolean>;
  /** It is settled and leaves the list. */
  onSettled: () => void;
};

/** Pictures that look alike: the one that is marked stays. */
export function DuplicateGroup({ group, place, total, topPx, ...deeds }: Props) {
  const { t } = useTranslation('import');
  return (
    <div
      role="listitem"
      className="dup-group"
      data-place={place}
      aria-label={t('room.group', { place: place + 1, total })}
      aria-setsize={total}
      aria-posinset={place + 1}
      style={{ transform: `translateY(${topPx}px)` }}
    >
      {group ? <Choice group={group} {...deeds} /> : <Skeleton heightPx={200} />}
    </div>
  );
}

function Choice({
  group: { items },
  onMerge,
  onKeepAll,
  onSettled,
}: Pick<Props, 'onMerge' | 'onKeepAll' | 'onSettled'> & { group: AlikeGroup }) {
  const { t } = useTranslation('import');
  const formats = useFormats();
  const [keepId, setKeepId] = useState(items[0]?.assetId ?? '');
  const [isBusy, setBusy] = useState(false);
  const ids = items.map(({ assetId }) => assetId);
  const others = ids.filter((id) => id !== keepId);
  const spare = items.filter(({ assetId }) => assetId !== keepId);
  const bytes = spare.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const settle = async (deed: () => Promise<boolean>) => {
    setBusy(true);
    if (await deed()) onSettled();
    setBusy(false);
  };
  const merge = () => void settle(() => onMerge(keepId, others));
  return (
    <>
      <div className="dup-pictures" role="radiogroup" aria-label={t('room.which')}>
        {items.map((item, index) => (
          <button
            key={item.assetId}
            type="button"
            role="radio"
            aria-checked={item.assetId === keepId}
            tabIndex={item.assetId === keepId ? 0 : -1}
            className="dup-picture"
            onClick={() => setKeepId(item.assetId)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') {
                event.preventDefault();
                if (!isBusy) merge();
              } else arrowKeyHandler(ids, keepId, setKeepId)(event);
            }}
          >
            <img src={item.thumbUrl} alt="" />
            <Facts item={item} isBest={index === 0} />
          </button>
        ))}
      </div>
      <div className="dup-do">
        <Button busy={isBusy} onClick={merge}>
          {t('room.merge')}
        </Button>
        <Button kind="quiet" onClick={() => isBusy || void settle(() => onKeepAll(ids))}>
          {t('room.keepAll', { count: ids.length })}
        </Button>
        <p className="small num">
          {t('room.spare', { count: spare.length, size: formats.bytes(bytes) })}
        </p>
        {spare.some(({ isPlanned }) => isPlanned) ? (
          <p className="small">{t('room.planned')}</p>
        ) : null}
      </div>
    </>
  );
}

function Facts({ item, isBest }: { item: Alike; isBest: boolean }) {
  const { t } = useTranslation('import');
  const formats = useFormats();
  const now = useNow();
  const { name, widthPx, heightPx, sizeBytes, createdAt, productIds, isPlanned } = item;
  const size = widthPx && heightPx ? `${widthPx} × ${heightPx}` : formats.bytes(sizeBytes);
  const uses = [
    isBest ? t('room.best') : '',
    productIds.length > 0 ? t('room.products', { count: productIds.length }) : '',
    isPlanned ? t('room.isPlanned') : '',
  ].filter(Boolean);
  return (
    <>
      <span className="cut small" title={name}>
        {name}
      </span>
      <span className="cut small muted num dup-facts">
        {`${size} · ${formats.date(createdAt, now)}`}
      </span>
      <span className="cut small muted dup-facts">{uses.join(' · ')}</span>
    </>
  );
}
