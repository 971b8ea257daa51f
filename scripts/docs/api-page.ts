import prettier from 'prettier';
import { z } from 'zod';
import { contract } from '../../shared/contract/contract.ts';
import { problemStatus } from '../../shared/contract/problems.ts';
import { shapeText, type JsonShape } from './shape-text.ts';

const head = `# The studio's procedures

Made from the contract by \`npm run docs:api\`; do not edit.

Every procedure is called by \`POST {url}/rpc/{feature}/{name}\` with \`Authorization: Bearer {token}\` and a
JSON body; \`url\` and \`token\` stand in the line that \`npm run serve\` prints. No body means no input. The same
procedures are answered over WebSocket (\`/rpc-ws\`) and MessagePort to the studio's own window.

- Instants are ISO 8601 in UTC, ids are text, money is integer minor units with a currency.
- A changing procedure takes a \`clientId\` of the caller's choosing and applies it once.
- Files come in by \`POST {url}/upload\` (bytes; percent-encoded name in \`x-file-name\`) → \`{assetId}\`.
- An error is \`{code, message, problem: {title, what, todo}, params}\` in the language of \`Accept-Language\` or
  of the shop; codes are the same in every language.
`;

function section(feature: string, procedures: object): string {
  const parts = Object.entries(procedures).map(([name, procedure]) => {
    const { inputSchema, outputSchema } = (procedure as Procedure)['~orpc'];
    const input = describe(inputSchema, 'input');
    const output = describe(outputSchema, 'output');
    return `### ${feature}/${name}\n\n- input: ${input}\n- output: ${output}\n`;
  });
  return `## ${feature}\n\n${parts.join('\n')}`;
}

type Procedure = { '~orpc': { inputSchema?: unknown; outputSchema?: unknown } };

function describe(schema: unknown, io: 'input' | 'output'): string {
  if (!(schema instanceof z.ZodType)) return 'a stream of `{topic}`';
  const json = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonShape;
  return `\`${shapeText(json)}\``;
}

/** The whole page, formatted as the checkout's other pages are. */
export async function apiPage(): Promise<string> {
  const sections = Object.entries(contract).map(([feature, procedures]) =>
    section(feature, procedures),
  );
  const codes = Object.entries(problemStatus).map(
    ([code, status]) => `| \`${code}\` | ${status} |`,
  );
  const problems = `## Problem codes\n\n| code | HTTP status |\n| --- | --- |\n${codes.join('\n')}\n`;
  const text = [head, ...sections, problems].join('\n');
  return prettier.format(text, { parser: 'markdown', printWidth: 100, singleQuote: true });
}
