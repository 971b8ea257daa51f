import type { EdgeQuery, GraphNode, NodeType, ReadContext } from '../graph/graph-node.ts';
import { listPage } from '../graph/paging.ts';
import type { Load } from './load.ts';

export interface BusinessRow {
  id: string;
  name: string;
}

type Edge = NodeType<BusinessRow>['edges'][string];

/** How a business is read: what it owns and what others let it manage. */
export function businessType(load: Load): NodeType<BusinessRow> {
  const edge =
    (sql: string, shape: (node: GraphNode) => GraphNode = (node) => node): Edge =>
    (row: BusinessRow, query: EdgeQuery, { world }: ReadContext) =>
      listPage(
        world
          .all<{ id: string }>(sql, row.id)
          .map(({ id }) => load(id))
          .filter((node) => node !== undefined)
          .map(shape),
        query,
      );
  const pages = (relation: 'owned' | 'client'): Edge =>
    edge(
      `SELECT page_id AS id FROM page_facts WHERE business_id = ? AND relation = '${relation}' ORDER BY page_id`,
      withoutToken,
    );
  const accounts = (relation: string): Edge =>
    edge(
      `SELECT ig_id AS id FROM page_facts JOIN pages ON pages.id = page_id
       WHERE business_id = ? AND relation IN (${relation}) AND ig_id IS NOT NULL ORDER BY page_id`,
    );
  return {
    typeName: 'Business',
    spec: 'Business',
    defaults: ['name'],
    fields: {
      name: (row) => row.name,
      verification_status: () => 'not_verified',
      vertical: () => 'RETAIL',
    },
    edges: {
      owned_pages: pages('owned'),
      client_pages: pages('client'),
      owned_instagram_accounts: accounts("'owned'"),
      instagram_accounts: accounts("'owned', 'client'"),
      instagram_business_accounts: accounts("'owned', 'client'"),
      owned_product_catalogs: edge('SELECT id FROM catalogues WHERE business_id = ? ORDER BY id'),
      client_product_catalogs: edge('SELECT id FROM catalogues WHERE business_id = ? AND 0'),
    },
  };
}

/** Through a business a Page comes without its token; it is read at the Page itself. */
function withoutToken(node: GraphNode): GraphNode {
  return {
    ...node,
    field: (name) => (name === 'access_token' ? undefined : node.field(name)),
  };
}
