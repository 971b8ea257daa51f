import { Problem } from '../../shared/contract/problem.ts';
import {
  personColour,
  type Person,
  type PersonColour,
  type Role,
  type Team,
} from '../../shared/contract/team.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { Settings } from '../db/settings.ts';
import { mayDo, type Deed } from './may.ts';
import { hashPin, isPin, pinPauseMs } from './pin.ts';
import { teamStore, type PersonRow } from './store.ts';

export type TeamUses = { settings: Settings };
export type NewPerson = {
  name: string;
  role: Role;
  colour?: PersonColour | undefined;
  pin?: string | undefined;
};
export type PersonChange = Partial<NewPerson> & { personId: string };

/** Who works here. `id` is absent where the shop has no people: then the one at the keyboard owns it. */
export type Me = { id?: string; role: Role; name?: string };

export type TeamService = ReturnType<typeof teamService>;

const meKey = 'team.me';
const approvalKey = 'team.approval';

/** The people at this computer, and which of them sits there now. */
export function teamService(tools: FeatureTools, { settings }: TeamUses) {
  const store = teamStore(tools.db);
  settleMe();

  /** Whoever has a PIN says it again after a start. */
  function settleMe(): void {
    const person = readMe();
    if (person?.pin) settings.set(meKey, null);
  }

  function readMe(): PersonRow | undefined {
    const id = settings.get<string | null>(meKey);
    const person = id ? store.find(id) : undefined;
    return person?.isRemoved ? undefined : person;
  }

  /** Undefined while people are known and nobody said who is here. */
  function me(): Me | undefined {
    const person = readMe();
    if (person) return { id: person.id, role: person.role, name: person.name };
    return store.all().length === 0 ? { role: 'owner' } : undefined;
  }

  /** Who is here, if they may do it. Throws Problem 'who-are-you' or 'not-your-role'. */
  function require(deed: Deed): Me {
    const person = me();
    if (!person) throw new Problem('who-are-you');
    if (!mayDo(person.role, deed)) throw new Problem('not-your-role', { name: person.name ?? '' });
    return person;
  }

  function view(): Team {
    const current = readMe();
    return {
      people: store.all().map(toPerson),
      ...(current && { me: current.id }),
      approval: settings.get<boolean>(approvalKey) ?? false,
    };
  }

  function insert({ name, role, colour, pin }: NewPerson): PersonRow {
    const row: PersonRow = {
      id: tools.newId(),
      name,
      role,
      colour: colour ?? nextColour(store.all()),
      pin: pin === undefined ? undefined : hashPin(pin),
      wrongPins: 0,
      lockedUntil: undefined,
      isRemoved: false,
    };
    store.insert(row, tools.clock.now());
    return row;
  }

  function add(person: NewPerson): Team {
    require('people');
    if (store.all().length === 0) {
      const name = tools.say(tools.shopLanguage(), 'team:firstOwner');
      settings.set(meKey, insert({ name, role: 'owner' }).id);
    }
    insert(person);
    return changed();
  }

  function change({ personId, pin, ...facts }: PersonChange): Team {
    require('people');
    const before = found(personId);
    if (facts.role !== undefined && facts.role !== 'owner') keepAnOwner(before);
    const row: PersonRow = { ...before, ...definedOf(facts) };
    if (pin !== undefined) row.pin = pin === '' ? undefined : hashPin(pin);
    store.update(row);
    return changed();
  }

  function remove(personId: string): Team {
    require('people');
    const person = found(personId);
    keepAnOwner(person);
    store.remove(person.id, tools.clock.now());
    return changed();
  }

  function actAs({ personId, pin = '' }: { personId: string; pin?: string | undefined }): Team {
    const person = found(personId);
    const now = tools.clock.now();
    if (person.lockedUntil !== undefined && now < person.lockedUntil)
      throw new Problem('pin-paused', { until: new Date(person.lockedUntil).toISOString() });
    if (person.pin && !isPin(pin, person.pin)) {
      const wrongPins = person.wrongPins + 1;
      const pauseMs = pinPauseMs(wrongPins);
      const lockedUntil = pauseMs > 0 ? now + pauseMs : undefined;
      tools.transact(() => store.update({ ...person, wrongPins, lockedUntil }));
      throw new Problem('pin-wrong');
    }
    return tools.transact(() => {
      store.update({ ...person, wrongPins: 0, lockedUntil: undefined });
      settings.set(meKey, person.id);
      return changed();
    });
  }

  function keepAnOwner(person: PersonRow): void {
    const others = store.all().filter((one) => one.role === 'owner' && one.id !== person.id);
    if (person.role === 'owner' && others.length === 0) throw new Problem('last-owner');
  }

  function found(personId: string): PersonRow {
    const person = store.find(personId);
    if (!person || person.isRemoved) throw new Problem('not-found', { what: 'person' });
    return person;
  }

  function changed(): Team {
    tools.events.changed('team', 'posts');
    return view();
  }

  return {
    list: view,
    add: (person: NewPerson, clientId?: string) =>
      tools.applyOnce('team/add', clientId, () => add(person)),
    change: (person: PersonChange, clientId?: string) =>
      tools.applyOnce('team/change', clientId, () => change(person)),
    remove: (personId: string, clientId?: string) =>
      tools.applyOnce('team/remove', clientId, () => remove(personId)),
    actAs,
    setApproval: (approval: boolean, clientId?: string) =>
      tools.applyOnce('team/setApproval', clientId, () => {
        require('people');
        settings.set(approvalKey, approval);
        return changed();
      }),
    me,
    require,
    /** What authors plan needs a second person's yes. */
    needsApproval: () => settings.get<boolean>(approvalKey) ?? false,
    /** Also somebody who was removed. */
    nameOf: (personId: string): string | undefined => store.find(personId)?.name,
    /** Somebody who still is of the team. */
    isPerson: (personId: string): boolean => store.find(personId)?.isRemoved === false,
  };
}

function toPerson({ id, name, role, colour, pin }: PersonRow): Person {
  return { id, name, role, colour, hasPin: pin !== undefined };
}

/** The colour that the fewest have. */
function nextColour(people: readonly PersonRow[]): PersonColour {
  const count = (colour: PersonColour) => people.filter((one) => one.colour === colour).length;
  return personColour.options.toSorted((one, other) => count(one) - count(other))[0]!;
}

function definedOf<T extends object>(facts: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(facts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
