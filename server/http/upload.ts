import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Studio } from '../../core/open-studio.ts';
import { problemOfError } from '../../core/answer-problems.ts';
import { Problem } from '../../shared/contract/problem.ts';
import { answerJson, answerProblem } from './answers.ts';
import { languageOf } from './rpc.ts';

const longestName = 300;

function readName(header: string | string[] | undefined): string {
  try {
    return decodeURIComponent(String(header ?? '')).slice(0, longestName) || 'upload';
  } catch {
    return 'upload';
  }
}

/** Bytes in, `{assetId}` out; the name stands percent-encoded in `x-file-name`. Streamed to disk. */
export async function receiveUpload(
  studio: Studio,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const answer = await studio.receiveUpload(request, readName(request.headers['x-file-name']));
    answerJson(response, 200, answer);
  } catch (error) {
    const problem =
      problemOfError(error) ?? new Problem('internal', { report: studio.report(error) });
    const language = languageOf(request.headers['accept-language']) ?? studio.language();
    response.setHeader('Connection', 'close');
    answerProblem(response, studio, problem, language);
  }
}
