import type { Network } from '../network.ts';
import type { Value } from '../world/world.ts';
import { ControlError, number, text, type ControlInput } from './control-input.ts';

/** Which tokens are meant: one, the user's, a Page's, or all when nothing is named. */
function chosen(input: ControlInput): { where: string; values: Value[] } {
  const [token, user, page] = ['token', 'user', 'page'].map((name) => readName(input, name));
  if (token !== undefined) return { where: 'token = ?', values: [token] };
  if (user !== undefined) return { where: "kind = 'user'", values: [] };
  if (page === undefined) return { where: "kind <> 'app'", values: [] };
  return page === 'true'
    ? { where: "kind = 'page'", values: [] }
    : { where: "kind = 'page' AND owner_id = ?", values: [page] };
}

function readName(input: ControlInput, name: string): string | undefined {
  if (input[name] === false) return undefined;
  return input[name] === true ? 'true' : text(input, name);
}

/** Ends tokens with a subcode that says why (463 unless told). */
export function expireTokens({ world }: Network, input: ControlInput): unknown {
  const { where, values } = chosen(input);
  const changed = world.run(
    `UPDATE tokens SET dead_subcode = ? WHERE ${where}`,
    number(input, 'subcode') ?? 463,
    ...values,
  );
  if (changed === 0) throw new ControlError('There is no such token.');
  return { expired: changed };
}

/** Brings tokens back to life, as a new sign-in would. */
export function restoreTokens({ world }: Network, input: ControlInput): unknown {
  const { where, values } = chosen(input);
  const until = world.clock.now() + 60 * 86_400_000;
  const changed = world.run(
    `UPDATE tokens SET dead_subcode = NULL,
     expires_at = CASE WHEN expires_at IS NULL THEN NULL ELSE max(expires_at, ?) END WHERE ${where}`,
    until,
    ...values,
  );
  return { restored: changed };
}
