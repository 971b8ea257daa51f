import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutboxItem } from '../../../../shared/contract/inbox-deeds.ts';
import type { Answer } from '../../../../shared/contract/shapes.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { noSelection, selectRow, type Selection } from '../../../ui/select-rows.ts';
import { useToast } from '../../../ui/toast.tsx';
import { moveInThread } from './arrange-outbox.ts';

const clientId = () => crypto.randomUUID();
const nothing: readonly OutboxItem[] = [];

/** Everything that waits, with what can be done about it. */
export function useOutbox() {
  const { t } = useTranslation('outbox');
  const api = useApi();
  const toast = useToast();
  const list = useQuery(api.inbox.outbox.queryOptions());
  const items = list.data?.items ?? nothing;
  const [chosen, setChosen] = useState<Selection>(noSelection);
  const withdrawMany = useChange(api.inbox.withdrawMany.mutationOptions());
  const restore = useChange(api.inbox.restore.mutationOptions());
  const reorder = useChange(api.inbox.reorder.mutationOptions());
  const editReply = useChange(api.inbox.editReply.mutationOptions());
  const writeAgain = useChange(api.inbox.writeAgain.mutationOptions());
  const answer = useChange(api.inbox.answer.mutationOptions());
  // What left meanwhile is chosen no more.
  const here = new Set(items.map(({ id }) => id));
  const selected = [...chosen.ids].filter((id) => here.has(id));
  return {
    list,
    items,
    selected: new Set(selected),
    select: (id: string, order: readonly string[], keys: { shift: boolean; mod: boolean }) =>
      setChosen((before) => selectRow(before, order, id, keys)),
    clear: () => setChosen(noSelection),
    withdraw: (ids: readonly string[]) =>
      withdrawMany.mutate(
        { ids: [...ids], clientId: clientId() },
        {
          onSuccess: ({ ids: taken }) => {
            setChosen(noSelection);
            const undo = () => restore.mutate({ ids: taken, clientId: clientId() });
            toast({
              text: t('withdrawn', { count: taken.length }),
              ...(taken.length > 0 ? { undo } : {}),
            });
          },
        },
      ),
    move: (id: string, by: -1 | 1) => {
      const order = moveInThread(items, id, by);
      if (order) reorder.mutate({ ...order, clientId: clientId() });
    },
    canMove: (id: string, by: -1 | 1) => moveInThread(items, id, by) !== undefined,
    edit: (id: string, text: string, onSaved: () => void) =>
      editReply.mutate({ id, text, clientId: clientId() }, { onSuccess: onSaved }),
    writeAgain: (id: string, text: string | undefined, onSaved: () => void) =>
      writeAgain.mutate(
        { id, clientId: clientId(), ...(text === undefined ? {} : { text }) },
        { onSuccess: onSaved },
      ),
    answer: (id: string, one: Answer) => answer.mutate({ id, answer: one, clientId: clientId() }),
    busy: answer.isPending || editReply.isPending || writeAgain.isPending,
  };
}

export type Outbox = ReturnType<typeof useOutbox>;
