import type { Picture } from '../../../../shared/scene/photo-work/turn-pixels.ts';
import { createLookDesk, type LookBase, type LookWish } from './look-desk.ts';

export type LookNote =
  | { kind: 'base'; base: LookBase }
  | { kind: 'analysis'; picture: Picture }
  | { kind: 'wish'; wish: LookWish; spare?: ArrayBuffer | undefined };

export type DrawnLook = {
  picture: Picture;
  baseKey: string;
  /** Whether the background is one even colour; undefined while nobody looked. */
  isPlain: boolean | undefined;
};

/** One end of a line between two threads: of a Worker, of its inside, or of a MessagePort. */
export type LookEnd = {
  postMessage: (message: unknown, transfer: ArrayBuffer[]) => void;
  addEventListener: (kind: 'message', listen: (event: { data: unknown }) => void) => void;
};

/** The far end: it draws what it is asked for, and answers every wish once. */
export function serveLooks(end: LookEnd): void {
  const desk = createLookDesk();
  end.addEventListener('message', ({ data }) => {
    const note = data as LookNote;
    if (note.kind === 'base') return desk.setBase(note.base);
    if (note.kind === 'analysis') return desk.setAnalysis(note.picture);
    const drawn = desk.draw(note.wish, note.spare);
    end.postMessage(drawn, drawn ? [bufferOf(drawn.picture)] : []);
  });
}

/** The near end: one wish is on its way at a time, and of those that come meanwhile the newest is sent
 *  next; the others are forgotten. */
export function createLookLine(end: LookEnd, onDrawn: (drawn: DrawnLook) => void) {
  let isBusy = false;
  let next: LookWish | undefined;
  let spare: ArrayBuffer | undefined;

  function send(): void {
    if (isBusy || !next) return;
    isBusy = true;
    const note: LookNote = { kind: 'wish', wish: next, spare };
    next = undefined;
    end.postMessage(note, spare ? [spare] : []);
    spare = undefined;
  }

  end.addEventListener('message', ({ data }) => {
    const drawn = data as DrawnLook | undefined;
    isBusy = false;
    if (drawn) {
      onDrawn(drawn);
      spare = bufferOf(drawn.picture);
    }
    send();
  });

  return {
    /** Its pixels go over to the other thread. */
    setBase: (base: LookBase) =>
      end.postMessage({ kind: 'base', base } satisfies LookNote, [bufferOf(base.picture)]),
    setAnalysis: (picture: Picture) =>
      end.postMessage({ kind: 'analysis', picture } satisfies LookNote, [bufferOf(picture)]),
    wish(wish: LookWish): void {
      next = wish;
      send();
    },
  };
}

export type LookLine = ReturnType<typeof createLookLine>;

const bufferOf = ({ pixels }: Picture): ArrayBuffer => pixels.buffer as ArrayBuffer;
