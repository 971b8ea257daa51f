import type { World } from '../world/world.ts';
import { GraphError } from './graph-error.ts';
import type { TokenOwner } from './token-owner.ts';

interface TokenRow {
  token: string;
  kind: TokenOwner['kind'];
  owner_id: string;
  issued_at: number;
  expires_at: number | null;
  dead_subcode: number | null;
}

const reasons: Readonly<Record<number, string>> = {
  458: 'Error validating access token: The user has not authorized application.',
  459: 'Error validating access token: You cannot access the app till you log in to www.facebook.com and follow the instructions given.',
  460: 'Error validating access token: The session has been invalidated because the user changed their password or Facebook has changed the session for security reasons.',
  463: 'Error validating access token: Session has expired.',
  464: 'Error validating access token: Sessions for the user are not allowed because the user is not a confirmed user.',
  467: 'Error validating access token: The session is invalid because the user logged out.',
  490: 'Error validating access token: The user must log in again.',
  492: 'Error validating access token: The user associated with the Page access token does not have an appropriate role on the Page.',
};

/** Whose token this is; throws 190 when it is none, or dead. */
export function checkToken(world: World, token: string | undefined): TokenOwner {
  if (token === undefined || token === '') {
    throw new GraphError(
      2500,
      'An active access token must be used to query information about the current user.',
      {
        status: 400,
        authenticate:
          'OAuth "Facebook Platform" "invalid_request" "An active access token must be used"',
      },
    );
  }
  const row = readToken(world, token);
  if (row === undefined)
    throw deadToken(undefined, 'Invalid OAuth access token - Cannot parse access token');
  if (row.dead_subcode !== null) throw deadToken(row.dead_subcode || undefined);
  if (row.expires_at !== null && row.expires_at <= world.clock.now()) throw deadToken(463);
  return { kind: row.kind, id: row.owner_id, token };
}

export function readToken(world: World, token: string): TokenRow | undefined {
  return world.get<TokenRow>('SELECT * FROM tokens WHERE token = ?', token);
}

/** The refusal of a dead token, by the subcode that says why. */
export function deadToken(subcode: number | undefined, message?: string): GraphError {
  const text =
    message ??
    (subcode === undefined ? undefined : reasons[subcode]) ??
    'Error validating access token: The token is no longer valid.';
  return new GraphError(190, text, {
    status: 401,
    ...(subcode === undefined ? {} : { subcode }),
    authenticate: `OAuth "Facebook Platform" "invalid_token" "${text}"`,
  });
}
