import type { PostState, PostWrite } from '../../shared/facts.ts';
import type { PostRow, PostStore } from './store.ts';

/** The store, telling each write to whoever keeps the history, inside the same transaction. */
export function recordedStore(store: PostStore, onWrite: (write: PostWrite) => void): PostStore {
  return {
    ...store,
    insert(row, print, productIds) {
      store.insert(row, print, productIds);
      onWrite({ kind: 'created', postId: row.id, after: stateOf(row) });
    },
    update(row, print, productIds) {
      const before = store.find(row.id);
      store.update(row, print, productIds);
      onWrite({
        kind: 'saved',
        postId: row.id,
        before: before && stateOf(before),
        after: stateOf(store.find(row.id) ?? row),
      });
    },
    setPlan(id, plan) {
      const before = store.find(id);
      const result = store.setPlan(id, plan);
      if (!before) return result;
      const after = { ...before, plan };
      onWrite({ kind: 'planned', postId: id, before: stateOf(before), after: stateOf(after) });
      return result;
    },
    setRemoved(id, removedAt) {
      const result = store.setRemoved(id, removedAt);
      onWrite({ kind: removedAt === null ? 'restored' : 'removed', postId: id });
      return result;
    },
  };
}

function stateOf({ content, plan }: PostRow): PostState {
  return { content, planWall: plan?.wall, planZone: plan?.zone };
}
