import type { ServerResponse } from 'node:http';
import type { Studio } from '../../core/open-studio.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import { closedPolicy } from '../../shared/rules/served-files.ts';

/** On every answer, errors and media too. */
export const safeHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
};

export function answerText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Security-Policy': closedPolicy,
    'Cache-Control': 'no-store',
    'Content-Length': Buffer.byteLength(text),
  });
  response.end(text);
}

export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Security-Policy': closedPolicy,
    'Cache-Control': 'no-store',
    'Content-Length': Buffer.byteLength(text),
  });
  response.end(text);
}

/** A problem as every answer of the host carries it, outside the contract too. */
export function answerProblem(
  response: ServerResponse,
  studio: Studio,
  problem: Problem,
  language: Language,
): void {
  answerJson(response, problem.status, {
    code: problem.code,
    message: problem.code,
    problem: studio.answers.describe(problem, language),
    params: problem.params,
  });
}
