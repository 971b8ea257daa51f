import type { OutboxItem } from '../../../../shared/contract/inbox-deeds.ts';
import type { Outbox } from './use-outbox.ts';

export type RowProps = {
  item: OutboxItem;
  outbox: Outbox;
  /** Ids of all rows of the page, as they stand. */
  order: readonly string[];
  isEditing: boolean;
  onEdit: () => void;
  onEdited: () => void;
};
