import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Studio } from '../../core/open-studio.ts';
import { problemOfError } from '../../core/answer-problems.ts';
import { Problem } from '../../shared/contract/problem.ts';
import { answerJson, answerProblem } from './answers.ts';
import { bytesOf } from './read-body.ts';
import { languageOf } from './rpc.ts';

const longestName = 300;

function readName(header: string | string[] | undefined): string {
  try {
    return (
      decodeURIComponent(String(header ?? ''))
        .slice(0, longestName)
        .toWellFormed() || 'upload'
    );
  } catch {
    return 'upload';
  }
}

type Upload = {
  studio: Studio;
  request: IncomingMessage;
  response: ServerResponse;
  idleMs: number;
};

/** Bytes in, `{assetId}` out; the name stands percent-encoded in `x-file-name`. Streamed to disk. */
export async function receiveUpload({ studio, request, response, idleMs }: Upload): Promise<void> {
  try {
    const name = readName(request.headers['x-file-name']);
    answerJson(response, 200, await studio.receiveUpload(bytesOf(request, idleMs), name));
  } catch (error) {
    // Who went away gets no answer, and it is no fault of ours.
    if (request.destroyed && !request.complete) return;
    const problem =
      problemOfError(error) ?? new Problem('internal', { report: studio.report(error) });
    const language = languageOf(request.headers['accept-language']) ?? studio.language();
    answerProblem(response, studio, problem, language);
  }
}
