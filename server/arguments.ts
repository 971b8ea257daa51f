import { parseArgs } from 'node:util';

export type ServeArguments = {
  dataDir: string;
  /** 0 lets the system choose. */
  port: number;
  graph?: string;
  practice: boolean;
  open: boolean;
  clockFile?: string;
  tickSeconds: number;
  /** `start`: words for people instead of the ready line. */
  talk: boolean;
};

/** A mistake in the command line, with a sentence to print. */
export class ArgumentError extends Error {}

export const usage = `usage: npm run serve -- --data DIR [--port N] [--graph URL] [--practice] [--no-open]
                        [--clock FILE] [--tick SECONDS]`;

const defaultTickSeconds = 15;

export function isLoopbackUrl(text: string): boolean {
  const url = URL.parse(text);
  return (
    url?.protocol === 'http:' && (url.hostname === '127.0.0.1' || url.hostname === 'localhost')
  );
}

function readNumber(text: string | undefined, name: string, least: number, most: number): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value < least || value > most) {
    throw new ArgumentError(`--${name} takes a number from ${least} to ${most}, not "${text}"`);
  }
  return value;
}

function parse(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      allowNegative: true,
      options: {
        data: { type: 'string' },
        port: { type: 'string', default: '0' },
        graph: { type: 'string' },
        practice: { type: 'boolean', default: false },
        open: { type: 'boolean', default: true },
        clock: { type: 'string' },
        tick: { type: 'string' },
        talk: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new ArgumentError((error as Error).message);
  }
}

/** Reads the command line of the loopback host. Throws ArgumentError. */
export function readArguments(argv: string[]): ServeArguments {
  const values = parse(argv);
  if (!values.data) throw new ArgumentError('--data DIR is missing');
  const { graph } = values;
  if (graph !== undefined && !isLoopbackUrl(graph) && URL.parse(graph)?.protocol !== 'https:') {
    throw new ArgumentError('--graph takes an https address, or http on 127.0.0.1');
  }
  const isLocalNetwork = values.practice || (graph !== undefined && isLoopbackUrl(graph));
  const movesTime = values.clock !== undefined || values.tick !== undefined;
  if (movesTime && !isLocalNetwork) {
    throw new ArgumentError('--clock and --tick are honoured only with a network on 127.0.0.1');
  }
  return {
    dataDir: values.data,
    port: readNumber(values.port, 'port', 0, 65_535),
    ...(graph === undefined ? {} : { graph: graph.replace(/\/+$/, '') }),
    practice: values.practice,
    open: values.open,
    ...(values.clock === undefined ? {} : { clockFile: values.clock }),
    tickSeconds:
      values.tick === undefined ? defaultTickSeconds : readNumber(values.tick, 'tick', 0.05, 3600),
    talk: values.talk,
  };
}
