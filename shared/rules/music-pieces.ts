/** How a track is built, so that a cut of any length ends as the track does. */
export type MusicShape = {
  /** Where its bars begin. */
  downbeatsMs: readonly number[];
  /** The bar after its introduction, where it may begin again. */
  loopFromMs: number;
  /** Its last chord, which rings out. */
  outroMs: number;
};
/** A stretch of a track at a moment of a film. It overlaps the one before by `joinMs`, in which one fades
 *  into the other. */
export type MusicPiece = { atMs: number; fromMs: number; lengthMs: number; joinMs: number };

type Wanted = {
  trackMs: number;
  startMs: number;
  lengthMs: number;
  shape?: MusicShape | undefined;
};

/** Shorter, the last chord would be cut off before it is understood. */
const shortestRingMs = 1500;
/** A film this short has no room for an ending. */
const shortestEndedMs = 4000;
const barJoinMs = 24;
const looseJoinMs = 1200;

/** Which stretches of a track are heard in a film: from where it is asked to begin, around again when
 *  the track is too short, and with the track's own ending where it is known. */
export function musicPieces(wanted: Wanted): MusicPiece[] {
  const { trackMs, lengthMs } = wanted;
  if (trackMs <= 0 || lengthMs <= 0) return [];
  const startMs = Math.min(Math.max(0, wanted.startMs), Math.max(0, trackMs - 1));
  const shape = startMs < (wanted.shape?.outroMs ?? 0) ? wanted.shape : undefined;
  if (!shape) return around({ trackMs, startMs, lengthMs });
  const body = barWise(shape, startMs, lengthMs);
  return lengthMs < shortestEndedMs ? body : withEnding(body, shape, lengthMs);
}

/** Nothing is known of the track: its end is laid over its beginning. */
function around({ trackMs, startMs, lengthMs }: Omit<Wanted, 'shape'>): MusicPiece[] {
  const joinMs = Math.min(looseJoinMs, trackMs / 4);
  const pieces: MusicPiece[] = [];
  let atMs = 0;
  let fromMs = startMs;
  while (atMs < lengthMs) {
    const pieceMs = Math.min(trackMs - fromMs, lengthMs - atMs);
    pieces.push({ atMs, fromMs, lengthMs: pieceMs, joinMs: pieces.length ? joinMs : 0 });
    // A start within the last moments has nothing to be laid over.
    atMs += Math.max(1, pieceMs - (atMs + pieceMs < lengthMs ? Math.min(joinMs, pieceMs / 2) : 0));
    fromMs = 0;
  }
  return pieces;
}

function barWise(shape: MusicShape, startMs: number, lengthMs: number): MusicPiece[] {
  const pieces: MusicPiece[] = [];
  let fromMs = startMs;
  for (let atMs = 0; atMs < lengthMs;) {
    const pieceMs = Math.min(shape.outroMs - fromMs, lengthMs - atMs);
    pieces.push(joined({ atMs, fromMs, lengthMs: pieceMs }, pieces.length > 0));
    atMs += Math.max(1, pieceMs);
    fromMs = shape.loopFromMs;
  }
  return pieces;
}

/** On a bar one gives way to the other just before the stroke, which is heard whole. */
function joined({ atMs, fromMs, lengthMs }: Omit<MusicPiece, 'joinMs'>, hasOneBefore: boolean) {
  const joinMs = hasOneBefore ? Math.min(barJoinMs, fromMs, atMs) : 0;
  return { atMs: atMs - joinMs, fromMs: fromMs - joinMs, lengthMs: lengthMs + joinMs, joinMs };
}

/** The last chord takes the place of the last bar that leaves it time to ring. */
function withEnding(body: MusicPiece[], shape: MusicShape, lengthMs: number): MusicPiece[] {
  const bars = body.flatMap(({ atMs, fromMs, lengthMs: pieceMs }) =>
    [...shape.downbeatsMs, shape.outroMs]
      .filter((barMs) => barMs >= fromMs && barMs <= fromMs + pieceMs)
      .map((barMs) => atMs + barMs - fromMs),
  );
  const endingAtMs = bars.findLast(
    (barAtMs) => barAtMs > 0 && barAtMs <= lengthMs - shortestRingMs,
  );
  if (endingAtMs === undefined) return body;
  const before = body
    .filter(({ atMs, joinMs }) => atMs + joinMs < endingAtMs)
    .map((piece) => ({ ...piece, lengthMs: Math.min(piece.lengthMs, endingAtMs - piece.atMs) }));
  const ringMs = lengthMs - endingAtMs;
  const ending = { atMs: endingAtMs, fromMs: shape.outroMs, lengthMs: ringMs };
  return [...before, joined(ending, true)];
}
