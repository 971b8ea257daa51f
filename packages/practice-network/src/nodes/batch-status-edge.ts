import { badParameter } from '../graph/graph-error.ts';
import type { EdgePage, EdgeQuery, ReadContext } from '../graph/graph-node.ts';
import { listPage } from '../graph/paging.ts';
import { rowTypes } from '../graph/row-types.ts';

interface BatchStatusRow {
  catalog_id: string;
  applied: number;
  errors: string;
}

const priorities = ['HIGH', 'MEDIUM', 'LOW'];

/** How far a batch is, and which lines could not be taken; their ids only when asked for. */
export function batchStatusEdge(
  catalogue: { id: string },
  query: EdgeQuery,
  { world }: ReadContext,
): EdgePage {
  const {
    handle = '',
    load_ids_of_invalid_requests: withIds,
    error_priority: priority,
  } = query.modifiers;
  if (handle === '') throw badParameter('handle', 'The parameter handle is required');
  if (priority !== undefined && !priorities.includes(priority.toUpperCase()))
    throw badParameter(
      'error_priority',
      `error_priority must be one of {${priorities.join(', ')}}`,
    );
  const batch = world.get<BatchStatusRow>(
    'SELECT catalog_id, applied, errors FROM product_batches WHERE handle = ?',
    handle,
  );
  if (batch === undefined || batch.catalog_id !== catalogue.id)
    throw badParameter('handle', 'The handle is not valid.');
  const all = JSON.parse(batch.errors) as { id: string }[];
  // What keeps a line from being taken is of the highest priority; there are no lesser ones.
  const errors = priority === undefined || priority.toUpperCase() === 'HIGH' ? all : [];
  const status = {
    handle,
    status: batch.applied === 1 ? 'finished' : 'in_progress',
    errors_total_count: errors.length,
    errors,
    warnings: [],
    warnings_total_count: 0,
    ids_of_invalid_requests: withIds === 'true' || withIds === '1' ? all.map(({ id }) => id) : [],
  };
  return listPage([status], query, rowTypes.batchStatus);
}
