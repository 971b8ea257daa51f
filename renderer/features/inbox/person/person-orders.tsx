import { IconShoppingBag } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orderState, type Order, type OrderState } from '../../../../shared/contract/orders.ts';
import { calmText } from '../../../../shared/rules/calm-text.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { useNow } from '../../../link/use-now.ts';
import { Menu } from '../../../ui/menu.tsx';
import { StateSign } from '../../../ui/state-sign.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { replyTarget } from '../reply-target.ts';
import type { OpenThread } from '../use-open-thread.ts';

const tones = { open: 'sun', sent: 'leaf', dropped: 'muted' } as const;
const mostOrders = 10;

/** What the person wants to buy, as it was noted; where the network did not name them, in this thread alone. */
export function PersonOrders({ thread }: { thread: OpenThread }) {
  const { t } = useTranslation('inbox-team');
  const api = useApi();
  const { accountId, threadId, person } = thread;
  const of = person.id === undefined ? { threadId } : { accountId, personId: person.id };
  const orders = useQuery(api.orders.list.queryOptions({ input: { ...of, limit: mostOrders } }))
    .data?.items;
  const draft = useChange(api.orders.draft.mutationOptions());
  const asked = replyTarget(thread.comments.filter(({ mine }) => !mine));
  if (!orders) return null;
  return (
    <section>
      <h3>{t('orders.title')}</h3>
      <ul className="inbox-orders">
        {orders.map((order) => (
          <OrderLine key={order.id} order={order} />
        ))}
      </ul>
      {asked ? (
        <TextButton
          className="small"
          onClick={() => {
            if (!draft.isPending) draft.mutate({ commentId: asked.commentId });
          }}
        >
          {t('orders.add')}
        </TextButton>
      ) : null}
    </section>
  );
}

function OrderLine({ order }: { order: Order }) {
  const { t } = useTranslation('inbox-team');
  const api = useApi();
  const formats = useFormats();
  const now = useNow();
  const setState = useChange(api.orders.setState.mutationOptions());
  const { id, title, quantity, price, currency, createdAt, state } = order;
  const others: OrderState[] = orderState.options.filter((one) => one !== state);
  return (
    <li>
      <bdi className="inbox-block">{t('orders.line', { quantity, title: calmText(title) })}</bdi>
      <span className="small muted num">
        {price === undefined ? '' : `${formats.money(price * quantity, currency)} · `}
        {formats.date(createdAt, now)}
      </span>
      <Menu
        align="start"
        target={
          <button type="button" className="inbox-order-state">
            <StateSign tone={tones[state]} icon={<IconShoppingBag aria-hidden />}>
              {t(`orders.state.${state}`)}
            </StateSign>
          </button>
        }
        items={others.map((to) => ({
          label: t(`orders.state.${to}`),
          run: () => setState.mutate({ orderId: id, state: to }),
        }))}
      />
    </li>
  );
}
