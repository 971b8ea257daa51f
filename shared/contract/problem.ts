import { problemStatus, type ProblemCode } from './problems.ts';

/** Something that went wrong in a way a person can be told about. `params` fill the sentence of
 *  `code` in resources/texts/<language>/problems.json; they never hold a secret. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly params: Record<string, unknown>;

  constructor(code: ProblemCode, params: Record<string, unknown> = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'Problem';
    this.code = code;
    this.params = params;
  }

  get status(): number {
    return problemStatus[this.code];
  }
}
