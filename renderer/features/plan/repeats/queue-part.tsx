import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Queue } from '../../../../shared/contract/timing.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { Thumbnail } from '../../../ui/thumbnail.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { wallWords } from './wall-words.ts';
import { useFormats } from '../../../link/formats-context.tsx';

/** A queue is a shop's, or that of an account with hours of its own. */
type Of = { shopId: string } | { accountId: string };

/** What stands at the usual hours, in order: moved up and down, its gaps closed. */
export function QueuePart() {
  const { t } = useTranslation('repeats');
  const api = useApi();
  const navigate = useNavigate();
  const choices = useQueues();
  const [chosen, setChosen] = useState(0);
  const of: Of = choices[chosen]?.of ?? { shopId: 'first' };
  const queue = useQuery(api.timing.queue.queryOptions({ input: of })).data;
  if (!queue) return <SkeletonRows />;
  return (
    <div className="rhythm-part">
      {choices.length > 1 ? (
        <SelectField
          label={t('queue.of')}
          value={String(chosen)}
          options={choices.map(({ label }, index) => ({ value: String(index), label }))}
          onChange={(index) => setChosen(Number(index))}
        />
      ) : null}
      <Gaps of={of} queue={queue} />
      {queue.items.length === 0 ? (
        <EmptyState title={t('queue.none')} text={t('queue.noneText')} />
      ) : (
        <Line of={of} queue={queue} />
      )}
      <div>
        <TextButton onClick={() => void navigate({ to: '/settings', search: { part: 'shop' } })}>
          {t('queue.hours')}
        </TextButton>
      </div>
    </div>
  );
}

function useQueues(): { of: Of; label: string }[] {
  const api = useApi();
  const list = useQuery(api.shop.list.queryOptions()).data;
  const accounts = useQuery(api.accounts.list.queryOptions()).data?.accounts ?? [];
  const shops = (list?.shops ?? []).map(({ id, name }) => ({ of: { shopId: id }, label: name }));
  const own = (list?.accounts ?? []).flatMap(({ accountId, usualTimes }) => {
    const account = accounts.find((one) => one.id === accountId);
    return usualTimes && account
      ? [{ of: { accountId }, label: account.username ?? account.name }]
      : [];
  });
  return [...shops, ...own];
}

function Gaps({ of, queue }: { of: Of; queue: Queue }) {
  const { t } = useTranslation('repeats');
  const { locale } = useFormats();
  const api = useApi();
  const toast = useToast();
  const close = useChange(
    api.timing.closeGaps.mutationOptions({
      onSuccess: ({ moved }) => toast({ text: t('queue.closed', { count: moved }) }),
    }),
  );
  const [first] = queue.gaps;
  if (!first) return null;
  return (
    <div className="rhythm-gap">
      <p className="grow">
        {t('queue.gaps', { count: queue.gaps.length, when: wallWords(first.wall, locale) })}
      </p>
      <Button busy={close.isPending} onClick={() => close.mutate(of)}>
        {t('queue.close')}
      </Button>
    </div>
  );
}

function Line({ of, queue }: { of: Of; queue: Queue }) {
  const { t } = useTranslation('repeats');
  const { locale } = useFormats();
  const api = useApi();
  const move = useChange(api.timing.moveInQueue.mutationOptions());
  const last = queue.items.length - 1;
  return (
    <ol className="rhythm-list">
      {queue.items.map(({ post, wall }, index) => (
        <li key={post.id}>
          <Thumbnail url={post.thumbUrl} widthPx={32} />
          <span className="rhythm-words">
            <span className="cut">{post.title}</span>
            <span className="small muted num">{wallWords(wall, locale)}</span>
          </span>
          <IconButton
            label={t('queue.earlier', { title: post.title })}
            icon={<IconArrowUp />}
            disabled={index === 0 || move.isPending}
            onClick={() => move.mutate({ ...of, postId: post.id, to: 'earlier' })}
          />
          <IconButton
            label={t('queue.later', { title: post.title })}
            icon={<IconArrowDown />}
            disabled={index === last || move.isPending}
            onClick={() => move.mutate({ ...of, postId: post.id, to: 'later' })}
          />
        </li>
      ))}
    </ol>
  );
}
