import { personColour, role, type PersonColour, type Role } from '../../shared/contract/team.ts';
import type { Db } from '../db/transact.ts';
import type { PinHash } from './pin.ts';

export type PersonRow = {
  id: string;
  name: string;
  role: Role;
  colour: PersonColour;
  pin: PinHash | undefined;
  wrongPins: number;
  /** UTC ms. */
  lockedUntil: number | undefined;
  isRemoved: boolean;
};

type Stored = {
  id: string;
  name: string;
  role: string;
  colour: string;
  pin_hash: string | null;
  pin_salt: string | null;
  wrong_pins: number;
  locked_until: number | null;
  removed_at: number | null;
};

export type TeamStore = ReturnType<typeof teamStore>;

export function teamStore(db: Db) {
  const all = db.prepare<[], Stored>('SELECT * FROM people WHERE removed_at IS NULL ORDER BY id');
  const find = db.prepare<[string], Stored>('SELECT * FROM people WHERE id = ?');
  const insert = db.prepare(
    `INSERT INTO people (id, name, role, colour, pin_hash, pin_salt, created_at)
     VALUES (@id, @name, @role, @colour, @hash, @salt, @at)`,
  );
  const update = db.prepare(
    `UPDATE people SET name = @name, role = @role, colour = @colour, pin_hash = @hash,
       pin_salt = @salt, wrong_pins = @wrongPins, locked_until = @lockedUntil WHERE id = @id`,
  );
  const remove = db.prepare('UPDATE people SET removed_at = ? WHERE id = ?');
  return {
    /** In the order in which they came. */
    all: () => all.all().map(read),
    /** Also one that was removed: what they wrote keeps their name. */
    find(id: string): PersonRow | undefined {
      const row = find.get(id);
      return row && read(row);
    },
    insert: (row: PersonRow, at: number) => void insert.run({ ...written(row), at }),
    update: (row: PersonRow) => void update.run(written(row)),
    remove: (id: string, at: number) => void remove.run(at, id),
  };
}

function read(row: Stored): PersonRow {
  const { pin_hash: hash, pin_salt: salt } = row;
  return {
    id: row.id,
    name: row.name,
    role: role.parse(row.role),
    colour: personColour.parse(row.colour),
    pin: hash !== null && salt !== null ? { hash, salt } : undefined,
    wrongPins: row.wrong_pins,
    lockedUntil: row.locked_until ?? undefined,
    isRemoved: row.removed_at !== null,
  };
}

function written({ id, name, role: is, colour, pin, wrongPins, lockedUntil }: PersonRow) {
  const { hash = null, salt = null } = pin ?? {};
  return { id, name, role: is, colour, hash, salt, wrongPins, lockedUntil: lockedUntil ?? null };
}
