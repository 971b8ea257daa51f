export interface GraphErrorDetails {
  subcode?: number;
  status?: number;
  type?: string;
  transient?: boolean;
  userTitle?: string;
  userMessage?: string;
  data?: Record<string, unknown>;
  /** What a `www-authenticate` header says about it. */
  authenticate?: string;
  /** Minutes until a limit frees itself, for the usage headers. */
  regainMinutes?: number;
}

/** A refusal in the shape of the Graph API. */
export class GraphError extends Error {
  readonly code: number;
  readonly details: GraphErrorDetails;

  constructor(code: number, message: string, details: GraphErrorDetails = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

/** The body of a refusal. */
export function errorBody(error: GraphError, traceId: string): Record<string, unknown> {
  const { subcode, type, transient, userTitle, userMessage, data } = error.details;
  return {
    error: {
      message: error.message,
      type: type ?? 'OAuthException',
      code: error.code,
      ...(subcode === undefined ? {} : { error_subcode: subcode }),
      ...(transient === undefined ? {} : { is_transient: transient }),
      ...(userTitle === undefined ? {} : { error_user_title: userTitle }),
      ...(userMessage === undefined ? {} : { error_user_msg: userMessage }),
      ...(data === undefined ? {} : { error_data: data }),
      fbtrace_id: traceId,
    },
  };
}

/** A parameter is wrong; the answer names it. */
export function badParameter(
  name: string,
  why: string,
  details: GraphErrorDetails = {},
): GraphError {
  return new GraphError(100, `(#100) ${why}`, {
    ...details,
    data: { blame_field_specs: [[name]], ...details.data },
  });
}

/** An object is not there, or not for this token: the two are not told apart. */
export function missingObject(id: string, method = 'get'): GraphError {
  return new GraphError(
    100,
    `Unsupported ${method} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation.`,
    { subcode: 33, type: 'GraphMethodException' },
  );
}

/** An upload address answers in its own shape, without a code. */
export class UploadError extends Error {
  readonly status: number;
  readonly type: string;
  readonly retriable: boolean;

  constructor(
    type: string,
    message: string,
    options: { status?: number; retriable?: boolean } = {},
  ) {
    super(message);
    this.type = type;
    this.status = options.status ?? 400;
    this.retriable = options.retriable ?? false;
  }
}
