type BadRow = { row: number; column: string; reason: string; cells?: string[] | undefined };

/** The rows that were not taken, as a file to mend and import again: the original columns, then why.
 *  Begins with a byte order mark, by which spreadsheets know UTF-8. */
export function badRowsFile(
  headers: readonly string[],
  rows: readonly BadRow[],
  separator: string,
  words: { row: string; reason: string },
): string {
  const lines = [
    [...headers, words.row, words.reason],
    ...rows.map(({ row, column, reason, cells = [] }) => [
      ...headers.map((_, index) => cells[index] ?? ''),
      String(row),
      `${column}: ${reason}`,
    ]),
  ];
  const text = lines.map((line) => line.map((cell) => writeCell(cell, separator)).join(separator));
  return `\ufeff${text.join('\r\n')}\r\n`;
}

/** A spreadsheet runs what begins like a formula: such text gets an apostrophe, numbers stay numbers. */
function writeCell(cell: string, separator: string): string {
  const isNumber = /^[-+]?[\d.,\s\u00a0\u202f]+$/.test(cell);
  const safe = !isNumber && /^[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell;
  const needsQuotes = safe.includes(separator) || /["\r\n]/.test(safe);
  return needsQuotes ? `"${safe.replaceAll('"', '""')}"` : safe;
}
