import type { NodeType } from '../graph/graph-node.ts';
import { isGranted, missingPermission } from '../graph/access.ts';
import { rowTypes } from '../graph/row-types.ts';
import { listPage } from '../graph/paging.ts';
import type { Load } from './load.ts';

export interface UserRow {
  id: string;
  name: string;
}

/** How the person who signed in is read. */
export function userType(load: Load): NodeType<UserRow> {
  return {
    typeName: 'User',
    spec: 'User',
    defaults: ['name'],
    fields: { name: (row) => row.name },
    edges: {
      accounts: (_row, query, { world }) =>
        isGranted(world, 'pages_show_list')
          ? listPage(
              world
                .all<{ id: string }>(
                  `SELECT id FROM pages WHERE id NOT IN (SELECT page_id FROM unticked_pages)
                   AND id NOT IN (SELECT page_id FROM page_facts WHERE listed = 0) ORDER BY id`,
                )
                .map((row) => load(row.id))
                .filter((node) => node !== undefined),
              query,
            )
          : { items: [], more: false },
      businesses: (_row, query, { world }) => {
        if (!isGranted(world, 'business_management'))
          throw missingPermission('business_management', 200);
        const rows = world.all<{ id: string }>('SELECT id FROM businesses ORDER BY id');
        const nodes = rows.map((row) => load(row.id)).filter((node) => node !== undefined);
        return listPage(nodes, query);
      },
      permissions: (_row, query, { world }) =>
        listPage(
          world
            .all<{ name: string; granted: number }>('SELECT * FROM permissions ORDER BY rowid')
            .map((row) => ({
              permission: row.name,
              status: row.granted === 1 ? 'granted' : 'declined',
            }))
            .filter(
              ({ permission, status }) =>
                (query.modifiers['permission'] ?? permission) === permission &&
                (query.modifiers['status'] ?? status) === status,
            ),
          { limit: 100, ...query },
          rowTypes.permission,
        ),
    },
  };
}
