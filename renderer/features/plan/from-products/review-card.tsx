import { IconAlertTriangle, IconDots } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeriesItem } from '../../../../shared/contract/series.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { CheckBox } from '../../../ui/check-box.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu, type MenuItem } from '../../../ui/menu.tsx';
import { PostState } from '../../../ui/post-state.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { CardAccounts } from './card-accounts.tsx';
import { CardTime } from './card-time.tsx';
import { CardWords } from './card-words.tsx';
import { SwapDialog } from './swap-dialog.tsx';
import { isOpen, type Review } from './use-review.ts';

/** One post: its picture, words, time and accounts, and what stands against it. */
export function ReviewCard({
  item,
  review,
  isSelected,
  isFirst,
}: {
  item: SeriesItem;
  review: Review;
  isSelected: boolean;
  isFirst: boolean;
}) {
  const { t } = useTranslation('series');
  const shift = useRef(false);
  const [isSwapping, setSwapping] = useState(false);
  const { deeds, seriesId } = review;
  const canChange = isOpen(item);
  return (
    <li
      className={isSelected ? 'fp-card fp-card-on' : 'fp-card'}
      tabIndex={isFirst ? 0 : -1}
      aria-label={item.title}
    >
      <CardPicture item={item} />
      <div className="fp-card-body">
        <div className="fp-card-head">
          <CheckBox
            bare
            label={t('card.select', { name: item.title })}
            checked={isSelected}
            onClick={(event) => (shift.current = event.shiftKey)}
            onChange={() => review.select(item.productId, shift.current)}
          />
          <span className="cut grow fp-card-title">{item.title}</span>
          <CardState item={item} />
          <CardMenu item={item} review={review} onSwap={() => setSwapping(true)} />
        </div>
        {item.postId && item.state !== 'excluded' && item.state !== 'gone' ? (
          <>
            <CardWords item={item} seriesId={seriesId} readOnly={!canChange} />
            <div className="fp-card-foot">
              <CardTime item={item} seriesId={seriesId} readOnly={!canChange} />
              <CardAccounts item={item} seriesId={seriesId} readOnly={!canChange} />
            </div>
          </>
        ) : null}
        <Troubles item={item} refusal={deeds.refusals.get(item.productId)} />
        <PriceMark item={item} review={review} />
        {item.state === 'excluded' ? (
          <TextButton onClick={() => deeds.include([item.productId])}>
            {t('card.include')}
          </TextButton>
        ) : null}
      </div>
      {isSwapping ? (
        <SwapDialog item={item} seriesId={seriesId} onClose={() => setSwapping(false)} />
      ) : null}
    </li>
  );
}

function CardPicture({ item }: { item: SeriesItem }) {
  const { t } = useTranslation('series');
  const [first] = item.media;
  const more = item.media.length - 1;
  const isBusy = item.state === 'making' || item.drawing;
  return (
    <div className={isBusy ? 'fp-card-picture sk' : 'fp-card-picture'}>
      {first && !isBusy ? <img src={first.thumbUrl} alt="" loading="lazy" /> : null}
      {more > 0 ? (
        <span className="fp-card-more num" title={t('card.pictures', { count: more + 1 })}>
          +{more}
        </span>
      ) : null}
    </div>
  );
}

function CardState({ item }: { item: SeriesItem }) {
  const { t } = useTranslation('series');
  if (item.state === 'scheduled') return <PostState state="scheduled" />;
  if (item.state === 'out') return <PostState state="published" />;
  if (item.state === 'draft') return null;
  return <span className="small muted">{t(`state.${item.state}`)}</span>;
}

function CardMenu({
  item,
  review,
  onSwap,
}: {
  item: SeriesItem;
  review: Review;
  onSwap: () => void;
}) {
  const { t } = useTranslation('series');
  const navigate = useNavigate();
  const { deeds } = review;
  const { productId, postId } = item;
  const canChange = isOpen(item);
  const items: MenuItem[] = [
    {
      label: t('card.open'),
      disabled: !postId || item.state === 'gone' || item.state === 'excluded',
      run: () => void (postId && navigate({ to: '/plan', search: { post: postId } })),
    },
    { label: t('card.swap'), disabled: !canChange, run: onSwap },
    {
      label: t('card.redraw'),
      disabled: !canChange && item.state !== 'failed',
      run: () => deeds.redraw([productId]),
    },
    { label: t('card.rewrite'), disabled: !canChange, run: () => deeds.update([productId]) },
    'line',
    {
      label: t('card.exclude'),
      disabled: !canChange && item.state !== 'failed',
      run: () => deeds.exclude([productId]),
    },
  ];
  return (
    <Menu
      target={<IconButton label={t('card.menu', { name: item.title })} icon={<IconDots />} />}
      items={items}
    />
  );
}

/** What a network would refuse, why there is no picture, and why it was not scheduled. */
function Troubles({ item, refusal }: { item: SeriesItem; refusal: string | undefined }) {
  const errors = item.checks.filter((check) => check.level === 'error').map(({ text }) => text);
  const refused = refusal !== undefined && item.state === 'draft' ? [refusal] : [];
  const lost = item.problem ? [`${item.problem.what} ${item.problem.todo}`] : [];
  const all = [...new Set([...lost, ...errors, ...refused])];
  if (all.length === 0 || item.state === 'excluded') return null;
  return (
    <ul className="fp-troubles small">
      {all.map((text) => (
        <li key={text} className="fp-error">
          <IconAlertTriangle aria-hidden />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}

function PriceMark({ item, review }: { item: SeriesItem; review: Review }) {
  const { t } = useTranslation('series');
  const { money } = useFormats();
  if (!item.priceChanged) return null;
  const { fromMinor, toMinor, currency } = item.priceChanged;
  const params = { from: money(fromMinor, currency), to: money(toMinor, currency) };
  return (
    <p className="fp-price small num">
      {t(item.edited ? 'price.changedEdited' : 'price.changed', params)}{' '}
      {item.edited ? null : (
        <TextButton onClick={() => review.deeds.update([item.productId])}>
          {t('price.update')}
        </TextButton>
      )}
    </p>
  );
}
