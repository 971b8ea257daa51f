import type { World } from '../world/world.ts';
import { newNode } from '../world/ids.ts';

/** What somebody else published and named a Page or an account in. */
export interface MentionRow {
  id: string;
  network: 'fb' | 'ig';
  owner_id: string;
  from_id: string;
  from_name: string;
  text: string;
  created_at: number;
}

/** Puts a post or media of a stranger into the world; answers its id. */
export function addMention(world: World, mention: Omit<MentionRow, 'id'>): string {
  const { network, owner_id: ownerId, from_id: fromId, from_name: fromName, text } = mention;
  const at = Math.floor(mention.created_at / 1000) * 1000;
  const id =
    network === 'fb'
      ? newNode(world, 'post', (number) => `${fromId}_${number}`)
      : newNode(world, 'media');
  world.run(
    'INSERT INTO mentions VALUES (?, ?, ?, ?, ?, ?, ?)',
    ...[id, network, ownerId, fromId, fromName, text, at],
  );
  // It stands on no Page of this world.
  if (network === 'fb')
    world.run(
      `INSERT INTO posts (id, page_id, kind, message, mode, created_at, published_at, updated_at)
       VALUES (?, '', 'feed', ?, 'live', ?, ?, ?)`,
      ...[id, text, at, at, at],
    );
  return id;
}

export function readMention(world: Pick<World, 'get'>, id: string): MentionRow | undefined {
  return world.get<MentionRow>('SELECT * FROM mentions WHERE id = ?', id);
}
