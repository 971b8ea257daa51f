import { engageRule } from '../graph/access.ts';
import type { Answer, Call, Routes } from '../graph/call.ts';
import { badParameter } from '../graph/graph-error.ts';
import type { World } from '../world/world.ts';

/** People a Page does not want to hear of. */
export const blockedRoutes: Routes = {
  'POST page/blocked': { spec: ['Page', 'blocked'], rule: engageRule, run: block },
  'DELETE page/blocked': { spec: ['Page', 'blocked'], rule: engageRule, run: unblock },
};

export function isBlocked(world: Pick<World, 'get'>, pageId: string, personId: string): boolean {
  return (
    world.get(
      'SELECT 1 FROM blocked_people WHERE page_id = ? AND person_id = ?',
      pageId,
      personId,
    ) !== undefined
  );
}

/** The people named, under whichever of the names the parameter goes by. */
function readPeople({ params }: Call): string[] {
  const ids = ['user', 'psid', 'uid', 'asid'].flatMap((name) => params.list(name) ?? []);
  const people = ids.map(String);
  if (people.length === 0) throw badParameter('user', 'The parameter user is required');
  const wrong = people.find((id) => !/^\d+$/.test(id));
  if (wrong !== undefined) throw badParameter('user', `Invalid user id: ${wrong}`);
  return people;
}

function block(call: Call): Answer {
  const { world, id, nowMs } = call;
  const people = readPeople(call);
  world.transact(() => {
    for (const personId of people) {
      world.run(
        'INSERT INTO blocked_people VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
        id,
        personId,
        Math.round(nowMs),
      );
    }
  });
  return Object.fromEntries(people.map((personId) => [personId, true]));
}

function unblock(call: Call): Answer {
  const { world, id } = call;
  for (const personId of readPeople(call)) {
    const sql = 'DELETE FROM blocked_people WHERE page_id = ? AND person_id = ?';
    world.run(sql, id, personId);
  }
  return { success: true };
}
