import type { IncomingMessage, ServerResponse } from 'node:http';
import { OpenAPIHandler } from '@orpc/openapi/fetch';
import type { Studio } from '../../core/open-studio.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import { answerJson, answerProblem } from './answers.ts';
import { problemOfError } from '../../core/answer-problems.ts';
import { checkJson, depthLimit, jsonDepth } from './guard.ts';
import { readBody } from './read-body.ts';

export type RpcOverHttp = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** `fr-FR,fr;q=0.9` gives fr; another language the shop's own. */
export function languageOf(header: string | undefined): Language | undefined {
  for (const part of (header ?? '').split(',')) {
    const tag = part.trim().slice(0, 2).toLowerCase();
    if (tag === 'fr' || tag === 'en') return tag;
  }
  return undefined;
}

function isJson(body: string): boolean {
  if (body.trim() === '') return true;
  try {
    JSON.parse(body);
    return true;
  } catch {
    return false;
  }
}

/** Answers procedures as plain JSON: the body is the input, the answer the output, a problem
 *  `{code, message, problem, params}` with its status. */
export function rpcOverHttp(studio: Studio, bodyMs: number): RpcOverHttp {
  const handler = new OpenAPIHandler(studio.router, {
    clientInterceptors: [studio.answers.interceptor],
    customErrorResponseBodyEncoder: (error) => ({
      code: error.code,
      message: error.message,
      ...(error.data as object | undefined),
    }),
  });

  function refuse(response: ServerResponse, problem: Problem, language: Language): void {
    answerProblem(response, studio, problem, language);
  }

  return async function answer(request, response) {
    const language = languageOf(request.headers['accept-language']) ?? studio.language();
    const refusal = checkJson(request);
    if (refusal) return answerJson(response, refusal.status, { code: refusal.why });
    const body = await readBody(request, bodyMs).catch((error: unknown) => error);
    if (typeof body !== 'string') {
      const problem = problemOfError(body);
      // Who went away gets no answer.
      return problem ? refuse(response, problem, language) : void response.destroy();
    }
    if (jsonDepth(body) > depthLimit) {
      return refuse(response, new Problem('invalid-input', { fields: 'depth' }), language);
    }
    if (!isJson(body))
      return refuse(response, new Problem('invalid-input', { fields: 'JSON' }), language);
    // No body means no input.
    const result = await handler.handle(
      new Request(new URL(request.url ?? '/', 'http://127.0.0.1'), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: body.trim() === '' ? '{}' : body,
      }),
      { prefix: '/rpc', context: { language } },
    );
    if (!result.matched) return refuse(response, new Problem('not-found'), language);
    if (result.response.headers.get('content-type')?.startsWith('text/event-stream')) {
      // A stream never ends by itself: it is told over the socket.
      await result.response.body?.cancel();
      return refuse(response, new Problem('not-found'), language);
    }
    const text = await result.response.text();
    answerJson(response, result.response.status, text === '' ? {} : (JSON.parse(text) as unknown));
  };
}
