import type { CustomerTag } from '../../shared/contract/customers.ts';
import { personColour, type PersonColour } from '../../shared/contract/team.ts';
import { foldText } from '../../shared/rules/fold-text.ts';
import type { Db } from '../db/transact.ts';

type Stored = { id: string; name: string; colour: string };

export type CustomerTagStore = ReturnType<typeof customerTagStore>;

const read = ({ id, name, colour }: Stored): CustomerTag => ({
  id,
  name,
  colour: personColour.parse(colour),
});

/** Tags that people wear. Two names that differ by accents or case alone are one tag. */
export function customerTagStore(db: Db) {
  const byName = db.prepare<[string], Stored>(
    'SELECT id, name, colour FROM customer_tags WHERE folded = ?',
  );
  const byId = db.prepare<[string], Stored>(
    'SELECT id, name, colour FROM customer_tags WHERE id = ?',
  );
  const insert = db.prepare<[string, string, string, string]>(
    'INSERT INTO customer_tags (id, name, folded, colour) VALUES (?, ?, ?, ?)',
  );
  const update = db.prepare<[string, string, string, string]>(
    'UPDATE customer_tags SET name = ?, folded = ?, colour = ? WHERE id = ?',
  );
  const give = db.prepare<[string, string, number]>(
    'INSERT OR IGNORE INTO customer_tagged (customer_id, tag_id, at) VALUES (?, ?, ?)',
  );
  const take = db.prepare<[string, string]>(
    'DELETE FROM customer_tagged WHERE customer_id = ? AND tag_id = ?',
  );
  const ofCustomer = db.prepare<[string], Stored>(
    `SELECT t.id, t.name, t.colour FROM customer_tagged g JOIN customer_tags t ON t.id = g.tag_id
     WHERE g.customer_id = ? ORDER BY t.folded`,
  );
  const all = db.prepare<[], Stored & { count: number }>(
    `SELECT t.id, t.name, t.colour,
       (SELECT count(*) FROM customer_tagged g WHERE g.tag_id = t.id) AS count
     FROM customer_tags t ORDER BY t.folded`,
  );
  const one = (row: Stored | undefined) => row && read(row);
  return {
    find: (id: string) => one(byId.get(id)),
    named: (name: string) => one(byName.get(foldText(name))),
    all: () => all.all().map((row) => ({ ...read(row), count: row.count })),
    insert: ({ id, name, colour }: CustomerTag) =>
      void insert.run(id, name, foldText(name), colour),
    update: ({ id, name, colour }: CustomerTag) =>
      void update.run(name, foldText(name), colour, id),
    give: (customerId: string, tagId: string, at: number) => void give.run(customerId, tagId, at),
    take: (customerId: string, tagId: string) => void take.run(customerId, tagId),
    /** By name. */
    ofCustomer: (customerId: string) => ofCustomer.all(customerId).map(read),
  };
}

/** The colour that the fewest tags have. */
export function rarestColour(tags: readonly CustomerTag[]): PersonColour {
  const count = (colour: PersonColour) => tags.filter((one) => one.colour === colour).length;
  const [first = 'slate'] = personColour.options.toSorted(
    (one, other) => count(one) - count(other),
  );
  return first;
}
