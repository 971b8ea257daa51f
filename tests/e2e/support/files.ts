import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import iconv from 'iconv-lite';

const samplePhotos = resolve(import.meta.dirname, '../../../resources/sample-shop/photos');

/** A folder for files that a merchant brings, removed at the end. */
export function ownFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'vitrine-files-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export const samplePhoto = (name: string): string => join(samplePhotos, name);

/** A file as a French merchant's spreadsheet writes it: Windows-1252, `;`, decimal commas. */
export function writeFrenchCsv(path: string, rows: readonly (readonly string[])[]): string {
  const text = rows.map((row) => row.join(';')).join('\r\n');
  writeFileSync(path, iconv.encode(text, 'win1252'));
  return path;
}

/** Lets files go over the screen, as out of the system's own folder window. */
export async function dropFiles(
  page: Page,
  selector: string,
  files: readonly { name: string; type: string; from: string }[],
): Promise<void> {
  const carried = files.map(({ name, type, from }) => ({
    name: name || basename(from),
    type,
    base64: readFileSync(from).toString('base64'),
  }));
  const transfer = await page.evaluateHandle((list) => {
    const data = new DataTransfer();
    for (const { name, type, base64 } of list) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      data.items.add(new File([bytes], name, { type }));
    }
    return data;
  }, carried);
  const area = page.locator(selector).first();
  for (const event of ['dragenter', 'dragover', 'drop'])
    await area.dispatchEvent(event, { dataTransfer: transfer });
  await transfer.dispose();
}
