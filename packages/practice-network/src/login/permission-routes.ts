import { openRule } from '../graph/access.ts';
import type { Answer, Call, Routes } from '../graph/call.ts';
import { badParameter } from '../graph/graph-error.ts';

/** What the person takes back from the app. */
export const permissionRoutes: Routes = {
  'DELETE user/permissions': {
    spec: ['User', 'permissions'],
    rule: { ...openRule, token: 'user' },
    run: withdraw,
  },
};

/** One permission, or without a name the whole app: its tokens end then. */
function withdraw({ world, params, tail }: Call): Answer {
  const name = tail ?? params.text('permission');
  return world.transact(() => {
    if (name === undefined) {
      world.run('UPDATE permissions SET granted = 0');
      world.run(
        "UPDATE tokens SET dead_subcode = 458 WHERE kind <> 'app' AND dead_subcode IS NULL",
      );
      return { success: true };
    }
    const changed = world.run('UPDATE permissions SET granted = 0 WHERE name = ?', name);
    if (changed === 0) throw badParameter('permission', `Invalid permission: ${name}`);
    return { success: true };
  });
}
