import type { World } from '../world/world.ts';
import type { ContainerOptions, MediaRow } from './instagram-rows.ts';

/** Who was invited to share a media; in a practice world nobody answers an invitation. */
export function readCollaborators(
  world: Pick<World, 'get'>,
  row: MediaRow,
): { id: string; username: string; invite_status: string }[] {
  const container = world.get<{ options: string }>(
    'SELECT options FROM containers WHERE id = ?',
    row.container_id,
  );
  const { collaborators = [] } = JSON.parse(container?.options ?? '{}') as ContainerOptions;
  return collaborators.map((username) => ({
    id: `1784${BigInt(`0x${Buffer.from(username).toString('hex')}`) % 9_000_000_000_000n}`,
    username,
    invite_status: 'Pending',
  }));
}
