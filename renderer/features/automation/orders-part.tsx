import { IconDownload } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order, OrderState } from '../../../shared/contract/orders.ts';
import { calmText } from '../../../shared/rules/calm-text.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { useApi, useStudio } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { Button } from '../../ui/button.tsx';
import { bytesOf, saveFile } from '../../ui/save-file.ts';
import { Segments } from '../../ui/segments.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { useToast } from '../../ui/toast.tsx';

const states = ['open', 'sent', 'dropped'] as const;

/** What customers want to buy, as a list to work through. */
export function OrdersPart() {
  const { t } = useTranslation('rules');
  const api = useApi();
  const { client } = useStudio();
  const [state, setState] = useState<OrderState>('open');
  const orders = useInfiniteQuery(
    api.orders.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ state, ...(cursor !== undefined && { cursor }) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next,
    }),
  );
  const items = orders.data?.pages.flatMap((page) => page.items);
  const write = async () => {
    const file = await client.orders.export({ state });
    saveFile(file.name, bytesOf(file.base64), file.mime);
  };
  return (
    <div className="rules-form">
      <div className="rules-line">
        <Segments
          label={t('orders.states')}
          value={state}
          options={states.map((value) => ({ value, label: t(`orders.state.${value}`) }))}
          onChange={setState}
        />
        <span className="grow" />
        <Button
          icon={<IconDownload aria-hidden />}
          disabled={!items || items.length === 0}
          onClick={() => void write()}
        >
          {t('orders.export')}
        </Button>
      </div>
      {!items ? <SkeletonRows /> : null}
      {items?.length === 0 ? <p className="muted">{t(`orders.none.${state}`)}</p> : null}
      {items && items.length > 0 ? (
        <ul className="rules-list">
          {items.map((order) => (
            <OrderLine key={order.id} order={order} />
          ))}
        </ul>
      ) : null}
      {orders.hasNextPage ? (
        <div>
          <Button busy={orders.isFetchingNextPage} onClick={() => void orders.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function OrderLine({ order }: { order: Order }) {
  const { t } = useTranslation('rules');
  const api = useApi();
  const formats = useFormats();
  const toast = useToast();
  const navigate = useNavigate();
  const change = useChange(api.orders.setState.mutationOptions());
  const { id, state, title, quantity, person, price, currency, threadId, note } = order;
  const move = (next: OrderState) =>
    change.mutate(
      { orderId: id, state: next },
      {
        onSuccess: () =>
          toast({
            text: t(`orders.became.${next}`, { title }),
            undo: () => change.mutate({ orderId: id, state }),
          }),
      },
    );
  return (
    <li>
      <div className="rules-line">
        <b className="grow">
          <span className="num">{t('orders.pieces', { count: quantity })}</span>{' '}
          <bdi>{calmText(title)}</bdi>
        </b>
        {price !== undefined && currency !== undefined ? (
          <span className="num">{formats.money(price * quantity, currency)}</span>
        ) : null}
      </div>
      {note ? <p className="small">{note}</p> : null}
      <div className="rules-line small">
        <TextButton onClick={() => void navigate({ to: '/inbox', search: { thread: threadId } })}>
          <bdi>{calmText(person) || t('someone')}</bdi>
        </TextButton>
        <span className="muted num grow">{formats.dateTime(order.createdAt)}</span>
        {state === 'open' ? (
          <>
            <Button kind="quiet" onClick={() => move('dropped')}>
              {t('orders.drop')}
            </Button>
            <Button onClick={() => move('sent')}>{t('orders.send')}</Button>
          </>
        ) : (
          <Button kind="quiet" onClick={() => move('open')}>
            {t('orders.reopen')}
          </Button>
        )}
      </div>
    </li>
  );
}
