import type { Libheif } from 'libheif-js/libheif-wasm/libheif-bundle.mjs';
import { Problem } from '../../../shared/contract/problem.ts';

/** Names of libheif's interface. */
const errorCodes = { decoder: 7 } as const;
const suberrors = { endOfData: 100, limit: 1000 } as const;

/** How libheif is called: what fails is a Problem by name. */
export type HeifCalls = {
  /** Runs a call that may fail. */
  call(run: (error: number) => void): void;
  /** The same for one that answers an address. */
  word(run: (error: number, out: number) => void): number;
};

export function heifCalls(lib: Libheif): HeifCalls {
  /** A trap inside the decoder is a broken file, too. */
  function call(run: (error: number) => void): void {
    const error = lib._malloc(12);
    try {
      run(error);
    } catch (cause) {
      throw new Problem('picture-incomplete', { format: 'heic' }, { cause });
    }
    const [code, suberror] = [readWord(lib, error), readWord(lib, error + 4)];
    if (code !== 0) throw refusal(code, suberror);
  }
  function word(run: (error: number, out: number) => void): number {
    const out = lib._malloc(4);
    call((error) => run(error, out));
    return readWord(lib, out);
  }
  return { call, word };
}

function refusal(code: number, suberror: number): Problem {
  const cause = new Error(`libheif answered ${code}/${suberror}`);
  const isCut = suberror === suberrors.endOfData || code === errorCodes.decoder;
  if (isCut && suberror !== suberrors.limit)
    return new Problem('picture-incomplete', { format: 'heic' }, { cause });
  return new Problem('heic-refused', {}, { cause });
}

export function readWord(lib: Libheif, at: number): number {
  return new DataView(lib.HEAPU8.buffer).getUint32(at, true);
}
