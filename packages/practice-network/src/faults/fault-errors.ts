import { missingPermission } from '../graph/access.ts';
import { GraphError } from '../graph/graph-error.ts';
import { deadToken } from '../graph/token-check.ts';
import type { FaultOptions, Strike } from './fault-store.ts';

const rateMessages: Readonly<Record<number, string>> = {
  4: '(#4) Application request limit reached',
  17: '(#17) User request limit reached',
  32: '(#32) Page request limit reached',
  613: '(#613) Calls to this api have exceeded the rate limit.',
};

const policies: Readonly<Record<number, readonly [subcode: number, message: string]>> = {
  368: [1390008, '(#368) The action attempted has been deemed abusive or is otherwise disallowed'],
  4: [2207051, '(#4) This action was blocked because it was judged to be spam.'],
  25: [2207050, '(#25) The Instagram account is restricted.'],
};

/** The refusal a fault gives instead of carrying the call out, if it is one that refuses. */
export function refusalOf({ mode, options }: Strike): GraphError | undefined {
  switch (mode) {
    case 'http500-before':
      return serverTrouble(options.code ?? 2, options.status ?? 500);
    case 'rate': {
      const code = options.code ?? 4;
      return new GraphError(
        code,
        rateMessages[code] ?? `(#${code}) There have been too many calls.`,
        {
          ...(options.subcode === undefined ? {} : { subcode: options.subcode }),
          regainMinutes: options.minutes ?? 5,
        },
      );
    }
    case 'token':
      return deadToken(options.subcode);
    case 'perm':
      return missingPermission(
        options.permission ?? 'pages_manage_posts',
        options.code === 200 ? 200 : 10,
      );
    case 'policy': {
      const code = options.code ?? 368;
      const [subcode, message] = policies[code] ?? [0, `(#${code}) Blocked`];
      return new GraphError(code, message, { subcode: options.subcode ?? subcode });
    }
    case 'error':
      return refusalAsAsked(options, 100);
    case 'cursor-invalid':
      return new GraphError(100, '(#100) Invalid cursors values');
    default:
      return undefined;
  }
}

/** The answer that a call gets although it was carried out. */
export function serverTrouble(code: number, status: number): GraphError {
  return new GraphError(
    code,
    code === 1 ? 'An unknown error has occurred.' : '(#2) Service temporarily unavailable',
    { status, transient: true },
  );
}

/** A refusal that lies: the thing was done. */
export function lyingRefusal({ name, options }: Strike): GraphError {
  if (name === 'error') return refusalAsAsked(options, 100);
  return refusalAsAsked({ subcode: 1772107, message: 'Something went wrong', ...options }, 20);
}

/** Any refusal at all, by its numbers and words. */
function refusalAsAsked(options: FaultOptions, usualCode: number): GraphError {
  const { code = usualCode, subcode, status, isTransient, userTitle, userMessage } = options;
  const { blame, minutes, message = 'Refused' } = options;
  return new GraphError(code, message.startsWith('(#') ? message : `(#${code}) ${message}`, {
    ...(subcode === undefined ? {} : { subcode }),
    ...(status === undefined ? {} : { status }),
    ...(isTransient === undefined ? {} : { transient: isTransient }),
    ...(userTitle === undefined ? {} : { userTitle }),
    ...(userMessage === undefined ? {} : { userMessage }),
    ...(blame === undefined ? {} : { data: { blame_field_specs: [[blame]] } }),
    ...(minutes === undefined ? {} : { regainMinutes: minutes }),
  });
}
