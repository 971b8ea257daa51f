import { readComment } from '../edges/comments.ts';
import type { CommentRow } from '../nodes/facebook-rows.ts';
import { resolveNode } from '../world/ids.ts';
import type { World } from '../world/world.ts';
import { ControlError, requiredText, type ControlInput } from './control-input.ts';

/**
 * Puts comments of one Facebook object in front of its ranked list, in the order given, as the network
 * does when it changes its mind about what matters. Nothing is told in the ledger: no words changed.
 */
export function reorderComments(world: World, input: ControlInput): unknown {
  const ids = input['ids'];
  if (!Array.isArray(ids) || ids.length === 0) throw new ControlError('ids must be a list.');
  const rows = ids.map((id) => findRanked(world, String(id)));
  const objectId = rows[0]?.object_id ?? '';
  if (rows.some((row) => row.object_id !== objectId))
    throw new ControlError('All comments must stand under one object.');
  const top = world.get<{ rank: number }>(
    'SELECT max(rank) AS rank FROM comments WHERE object_id = ?',
    objectId,
  );
  for (const [index, row] of rows.entries()) {
    const rank = (top?.rank ?? 0) + rows.length - index;
    world.run('UPDATE comments SET rank = ? WHERE id = ?', rank, row.id);
  }
  return { reordered: rows.length };
}

function findRanked(world: World, spelling: string): CommentRow {
  const found = resolveNode(world, spelling);
  const row = found && readComment(world, found.id);
  if (row === undefined) throw new ControlError(`There is no comment ${spelling}.`);
  if (row.network === 'ig') throw new ControlError('Instagram lists comments by time only.');
  return row;
}

/** Gives a person another name, in everything they wrote. */
export function renamePerson(world: World, input: ControlInput): unknown {
  const changed = world.run(
    'UPDATE comments SET from_name = ?1 WHERE from_id = ?2 OR from_name = ?2',
    requiredText(input, 'name'),
    requiredText(input, 'from'),
  );
  if (changed === 0) throw new ControlError('Nobody of that name wrote anything.');
  return { renamed: changed };
}
