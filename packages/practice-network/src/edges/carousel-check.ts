import type { Call } from '../graph/call.ts';
import { GraphError } from '../graph/graph-error.ts';
import { containerState } from '../nodes/container-state.ts';
import type { ContainerOptions, ContainerRow } from '../nodes/instagram-rows.ts';
import { tagError, tagsOfCarousel } from './tag-check.ts';

/** The children of a carousel: 2 to 10, of this account, made for it, finished and unused. */
export function checkCarousel(call: Call, children: readonly string[]): void {
  if (children.length < 2 || children.length > 10) {
    throw new GraphError(100, '(#100) A carousel needs between 2 and 10 items.', {
      subcode: 2207028,
      data: { blame_field_specs: [['children']] },
    });
  }
  for (const id of children) checkChild(call, id);
  const tags = children.reduce((sum, id) => sum + tagsOf(call, id), 0);
  if (tags > tagsOfCarousel)
    throw tagError(2207040, `At most ${tagsOfCarousel} products can be tagged in a carousel.`);
}

function tagsOf({ world }: Call, id: string): number {
  const row = world.get<ContainerRow>('SELECT * FROM containers WHERE id = ?', id);
  return (JSON.parse(row?.options ?? '{}') as ContainerOptions).productTags?.length ?? 0;
}

function checkChild({ world, id: igId, nowMs }: Call, id: string): void {
  const row = world.get<ContainerRow>('SELECT * FROM containers WHERE id = ?', id);
  if (row === undefined || row.ig_id !== igId || row.is_child === 0) {
    throw new GraphError(24, '(#24) The media builder with this id was not found.', {
      subcode: 2207006,
    });
  }
  if (row.parent_id !== null) {
    throw new GraphError(24, '(#24) The item is part of another carousel.', { subcode: 2207008 });
  }
  const state = containerState(row, nowMs);
  if (state === 'IN_PROGRESS') {
    throw new GraphError(9007, '(#9007) A carousel item is not ready yet.', { subcode: 2207027 });
  }
  if (state !== 'FINISHED') {
    throw new GraphError(24, `(#24) A carousel item is ${state.toLowerCase()}.`, {
      subcode: 2207008,
    });
  }
}
