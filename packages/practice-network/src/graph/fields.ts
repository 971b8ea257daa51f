import { GraphError } from './graph-error.ts';

/** One name of a `fields` parameter, with what stands behind it. */
export interface Selection {
  name: string;
  alias: string;
  /** `.limit(5).order(x)` as `{limit: '5', order: 'x'}`. */
  modifiers: Record<string, string>;
  sub?: Selection[];
}

/** Reads `a,b{c,d},edge.limit(5).order(x){y}`. */
export function parseFields(text: string): Selection[] {
  const reader = { text, at: 0 };
  const list = readList(reader, 0);
  if (reader.at < text.length) throw syntaxError(reader);
  return list;
}

interface Reader {
  text: string;
  at: number;
}

function readList(reader: Reader, depth: number): Selection[] {
  if (depth > 8) throw new GraphError(100, '(#100) Too many levels of field expansion');
  const list: Selection[] = [];
  for (;;) {
    skipSpace(reader);
    // A trailing comma is taken; real clients send it.
    if (reader.at >= reader.text.length || reader.text[reader.at] === '}') return list;
    list.push(readOne(reader, depth));
    skipSpace(reader);
    if (reader.text[reader.at] !== ',') return list;
    reader.at += 1;
  }
}

function readOne(reader: Reader, depth: number): Selection {
  const name = readWord(reader);
  const selection: Selection = { name, alias: name, modifiers: {} };
  for (;;) {
    const next = reader.text[reader.at];
    if (next === '.') readModifier(reader, selection);
    else if (next === '{') selection.sub = readSub(reader, depth);
    else return selection;
  }
}

function readSub(reader: Reader, depth: number): Selection[] {
  reader.at += 1;
  const sub = readList(reader, depth + 1);
  if (reader.text[reader.at] !== '}') throw syntaxError(reader);
  reader.at += 1;
  return sub;
}

function readModifier(reader: Reader, selection: Selection): void {
  reader.at += 1;
  const name = readWord(reader);
  if (reader.text[reader.at] !== '(') throw syntaxError(reader);
  const end = reader.text.indexOf(')', reader.at);
  if (end < 0) throw syntaxError(reader);
  const value = reader.text.slice(reader.at + 1, end).trim();
  reader.at = end + 1;
  if (name === 'as') selection.alias = value;
  else selection.modifiers[name] = value;
}

function readWord(reader: Reader): string {
  const match = /^[A-Za-z_][\w-]*/.exec(reader.text.slice(reader.at, reader.at + 200));
  if (match === null) throw syntaxError(reader);
  reader.at += match[0].length;
  return match[0];
}

function skipSpace(reader: Reader): void {
  while (/\s/.test(reader.text[reader.at] ?? '')) reader.at += 1;
}

function syntaxError(reader: Reader): GraphError {
  const near = reader.text.slice(reader.at, reader.at + 20);
  return new GraphError(
    2500,
    near === ''
      ? 'Syntax error "Expected end of string instead of end." in the field expansion'
      : `Syntax error "Expected end of string instead of "${near[0]}"." at character ${reader.at}: ${near}`,
  );
}
