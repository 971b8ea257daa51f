// busboy ships no types; these are the parts in use.
declare module 'busboy' {
  import type { IncomingHttpHeaders } from 'node:http';
  import type { Readable, Writable } from 'node:stream';

  export interface FileInfo {
    filename: string;
    encoding: string;
    mimeType: string;
  }

  export interface Limits {
    fieldSize?: number;
    fields?: number;
    fileSize?: number;
    files?: number;
    parts?: number;
  }

  export interface Busboy extends Writable {
    on(event: 'file', listener: (name: string, file: Readable, info: FileInfo) => void): this;
    on(event: 'field', listener: (name: string, value: string) => void): this;
    on(event: string, listener: (...values: unknown[]) => void): this;
  }

  export default function busboy(options: {
    headers: IncomingHttpHeaders;
    limits?: Limits;
    defParamCharset?: string;
  }): Busboy;
}
