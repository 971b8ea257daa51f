import type { SavedFilter } from '../../../../shared/contract/inbox-filters.ts';

/** What the inbox does with a filter. */
export type FilterActs = {
  currentId: string | undefined;
  onShow: (filter: SavedFilter) => void;
  /** Changes its name or what it shows; mends one that lacks something. */
  onEdit: (filter: SavedFilter) => void;
  /** Makes it show what the list shows now. */
  onReplace: (filter: SavedFilter) => void;
};
