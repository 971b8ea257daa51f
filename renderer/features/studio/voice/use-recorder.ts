import { useCallback, useEffect, useRef, useState } from 'react';
import {
  openMicrophone,
  recordingKind,
  refusalOf,
  type Microphone,
  type MicrophoneRefusal,
} from './open-microphone.ts';

export type RecorderState =
  | { step: 'asking' }
  | { step: 'refused'; why: MicrophoneRefusal }
  | { step: 'ready' }
  | { step: 'counting'; left: number }
  | { step: 'recording'; sinceAt: number }
  | { step: 'recorded' };
export type Take = { file: File; url: string; durationMs: number };

const countFrom = 3;
/** Longer than any video; a recorder that was forgotten ends here. */
const longestMs = 3 * 60_000;

/** One take after another: asks for the microphone, counts in, records, and keeps every take to be
 *  compared. Everything is given back when the component goes. */
export function useRecorder(begins: () => void, ends: () => void) {
  const [state, setState] = useState<RecorderState>({ step: 'asking' });
  const microphone = useRef<Microphone>(undefined);
  const recorder = useRef<MediaRecorder>(undefined);
  const { takes, addTake } = useTakes();
  const latest = useRef({ begins, ends });
  latest.current = { begins, ends };
  const ask = useCallback(() => {
    setState({ step: 'asking' });
    return openOne(microphone, setState);
  }, []);

  useEffect(() => ask(), [ask]);
  useEffect(() => counting(state, setState), [state]);

  const isDue = state.step === 'counting' && state.left === 0;
  useEffect(() => {
    const { current } = microphone;
    if (!isDue || !current) return;
    recorder.current = startTake(current.stream, (take) => {
      latest.current.ends();
      if (take) addTake(take);
      setState(take ? { step: 'recorded' } : { step: 'refused', why: 'busy' });
    });
    if (!recorder.current) return;
    setState({ step: 'recording', sinceAt: performance.now() });
    latest.current.begins();
  }, [isDue, addTake]);

  return {
    ...{ state, takes, ask },
    level: () => microphone.current?.level() ?? 0,
    start: () => setState({ step: 'counting', left: countFrom }),
    /** Also while it counts in: then nothing is kept. */
    stop() {
      if (recorder.current?.state === 'recording') return recorder.current.stop();
      setState((now) => (now.step === 'counting' ? restOf(takes) : now));
    },
  };
}

const restOf = (takes: readonly Take[]): RecorderState =>
  takes.length > 0 ? { step: 'recorded' } : { step: 'ready' };

/** The takes of this sitting; what they hold in memory is given back at its end. */
function useTakes() {
  const [takes, setTakes] = useState<readonly Take[]>([]);
  const urls = useRef<string[]>([]);
  useEffect(() => {
    const held = urls.current;
    return () => held.splice(0).forEach((url) => URL.revokeObjectURL(url));
  }, []);
  const addTake = useCallback((take: Take) => {
    urls.current.push(take.url);
    setTakes((before) => [...before, take]);
  }, []);
  return { takes, addTake };
}

type Held = { current: Microphone | undefined };
type SetState = (state: RecorderState) => void;

function openOne(held: Held, setState: SetState): () => void {
  let isGone = false;
  openMicrophone().then(
    (opened) => {
      if (isGone) return opened.close();
      held.current = opened;
      setState({ step: 'ready' });
    },
    (error: unknown) => {
      if (!isGone) setState({ step: 'refused', why: refusalOf(error) });
    },
  );
  return () => {
    isGone = true;
    held.current?.close();
    held.current = undefined;
  };
}

function counting(state: RecorderState, setState: SetState): (() => void) | undefined {
  if (state.step !== 'counting' || state.left === 0) return undefined;
  const timer = setTimeout(() => setState({ step: 'counting', left: state.left - 1 }), 1000);
  return () => clearTimeout(timer);
}

/** Records until it is stopped. Nothing is handed over when the browser kept no sound. */
function startTake(
  stream: MediaStream,
  done: (take: Take | undefined) => void,
): MediaRecorder | undefined {
  const kind = recordingKind((mime) => MediaRecorder.isTypeSupported(mime));
  if (!kind) {
    done(undefined);
    return undefined;
  }
  const recorder = new MediaRecorder(stream, {
    mimeType: kind.mime,
    audioBitsPerSecond: 128_000,
  });
  const pieces: Blob[] = [];
  const startedAt = performance.now();
  const limit = setTimeout(() => recorder.state === 'recording' && recorder.stop(), longestMs);
  recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data));
  recorder.addEventListener('stop', () => {
    clearTimeout(limit);
    const file = new File(pieces, `voice.${kind.extension}`, { type: kind.mime });
    const durationMs = Math.round(performance.now() - startedAt);
    done(file.size > 0 ? { file, durationMs, url: URL.createObjectURL(file) } : undefined);
  });
  recorder.start();
  return recorder;
}
