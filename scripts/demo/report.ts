export type Line = { step: string; result: string; ok: boolean };

/** Collects what each step led to; a step that throws is a line too. */
export function createReport() {
  const lines: Line[] = [];
  return {
    lines,
    note(step: string, ok: boolean, result: string): void {
      lines.push({ step, ok, result });
      process.stdout.write(`${ok ? 'ok    ' : 'failed'} ${step}: ${result}\n`);
    },
    allRight: () => lines.length > 0 && lines.every((line) => line.ok),
  };
}
export type Report = ReturnType<typeof createReport>;

/** Rows under headers, each column as wide as its widest cell. */
export function table(headers: string[], rows: string[][]): string {
  const widths = headers.map((header, column) =>
    Math.max(header.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(headers), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join(
    '\n',
  );
}
