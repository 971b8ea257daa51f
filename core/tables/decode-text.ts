import iconv from 'iconv-lite';
import { Problem } from '../../shared/contract/problem.ts';

export type TextEncoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';

/** Guesses how the bytes of a text file are encoded: by its mark, by the zero bytes of UTF-16, else
 *  UTF-8 where it is valid and Windows-1252, the old habit of spreadsheets, where it is not. */
export function detectEncoding(bytes: Uint8Array): TextEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, 4096);
  const zeroes = { even: 0, odd: 0 };
  start.forEach((byte, index) => {
    if (byte === 0) zeroes[index % 2 === 0 ? 'even' : 'odd'] += 1;
  });
  if (zeroes.odd > start.length / 5) return 'utf-16le';
  if (zeroes.even > start.length / 5) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** Bytes as text, without a byte order mark. A workbook, a PDF or another binary file is refused. */
export function decodeText(bytes: Uint8Array, encoding: TextEncoding, name: string): string {
  refuseBinary(bytes, encoding, name);
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding, {
    stripBOM: true,
  });
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function refuseBinary(bytes: Uint8Array, encoding: TextEncoding, name: string): void {
  const magic = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  const isWorkbook = magic.startsWith('PK\x03\x04') || magic.startsWith('\xd0\xcf\x11\xe0');
  if (isWorkbook) throw new Problem('csv-unreadable', { name, context: 'workbook' });
  const isWide = encoding === 'utf-16le' || encoding === 'utf-16be';
  if (magic.startsWith('%PDF') || (!isWide && bytes.subarray(0, 65_536).includes(0)))
    throw new Problem('csv-unreadable', { name, context: 'binary' });
}
