import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import type { OutboxItem } from '../../../../shared/contract/inbox-deeds.ts';
import { isWriting } from '../../../ui/use-shortcut.ts';
import { OutboxRow } from './outbox-row.tsx';
import type { Outbox } from './use-outbox.ts';

/** The rows of one group. Arrows go from row to row, with Alt they move it within its thread; the space bar
 *  chooses, Enter changes, Delete withdraws. */
export function OutboxList({
  name,
  items,
  order,
  outbox,
}: {
  name: string;
  items: readonly OutboxItem[];
  /** Ids of all rows of the page, as they stand. */
  order: readonly string[];
  outbox: Outbox;
}) {
  const [editing, setEditing] = useState<string>();
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const row = (event.target as HTMLElement).closest('li');
    const id = row?.dataset['id'];
    if (id === undefined || isWriting(event.target)) return;
    const isRow = event.target === row;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] as -1 | 1 | undefined;
    if (step !== undefined && event.altKey) outbox.move(id, step);
    else if (step !== undefined) focusRow(order[order.indexOf(id) + step]);
    else if (event.key === ' ' && isRow)
      outbox.select(id, order, { shift: event.shiftKey, mod: !event.shiftKey });
    else if (event.key === 'Enter' && isRow) setEditing(id);
    else if (event.key === 'Delete') outbox.withdraw([id]);
    else return;
    event.preventDefault();
  };
  return (
    <ul className="outbox-rows" aria-label={name} onKeyDown={onKeyDown}>
      {items.map((item) => (
        <OutboxRow
          key={item.id}
          item={item}
          outbox={outbox}
          order={order}
          isEditing={editing === item.id}
          onEdit={() => setEditing(item.id)}
          onEdited={() => {
            setEditing(undefined);
            focusRow(item.id);
          }}
        />
      ))}
    </ul>
  );
}

function focusRow(id: string | undefined): void {
  if (id === undefined) return;
  document.querySelector<HTMLElement>(`.outbox-rows > li[data-id="${CSS.escape(id)}"]`)?.focus();
}
