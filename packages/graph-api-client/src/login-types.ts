import type { BaseUrls } from './client-types.ts';
import type { Call, CallOptions } from './result.ts';

/** What the login dialog is asked for. */
export type LoginRequest = {
  /** Where the dialog lives: `https://www.facebook.com`. */
  dialogUrl: string;
  /** `v26.0` unless told otherwise. */
  version?: string;
  appId: string;
  redirectUri: string;
  /** Unguessable and for one login only; comes back with the answer. */
  state: string;
  /** Permissions to ask for; an app of the business kind has a configuration instead. */
  scopes?: readonly string[];
  configId?: string;
  /** `token` where no secret is kept, `code` where a secret exchanges it. `token` unless told otherwise. */
  answer?: 'token' | 'code';
  /** `rerequest` asks again for what was declined, `reauthorize` renews lapsed data access. */
  again?: 'rerequest' | 'reauthorize';
  /** Words of the dialog, as `fr_FR`. */
  locale?: string;
};

/** What came back with the address that the dialog led to. */
export type LoginAnswer =
  | {
      kind: 'token';
      /** Secret. */
      token: string;
      /** How long the token lives; absent when not told. */
      expiresInMs?: number;
      /** UTC ms. */
      dataAccessExpiresAt?: number;
      grantedScopes?: string[];
      deniedScopes?: string[];
    }
  | {
      kind: 'code';
      /** Secret until exchanged. */
      code: string;
      grantedScopes?: string[];
      deniedScopes?: string[];
    }
  /** The person said no or closed the dialog. */
  | { kind: 'refused'; reason: string }
  /** Not an answer to this login: another `state`, or none. Never to be used. */
  | { kind: 'foreign' }
  /** An address on the way, not the last one. */
  | { kind: 'not-yet' };

export type AppSecret = { appId: string; appSecret: string };

export type GrantedToken = {
  /** Secret. */
  token: string;
  /** About 60 days for a long-lived token; absent when not told. */
  expiresInMs?: number;
};

/** Token exchanges: the calls that need no token of their own but the app's secret. */
export type LoginClient = {
  /** A code of the dialog for a token. `redirectUri` exactly as it was asked for. */
  exchangeCode(
    exchange: AppSecret & { code: string; redirectUri: string },
    options?: CallOptions,
  ): Call<GrantedToken>;
  /** A token of an hour or two for one of about 60 days. */
  extendToken(exchange: AppSecret & { token: string }, options?: CallOptions): Call<GrantedToken>;
};

export type LoginClientOptions = {
  baseUrls: Pick<BaseUrls, 'graph'>;
  version?: string;
  timeoutMs?: number;
  now?: () => number;
};
