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
  | { step: 'recorded'; take: Take };
export type Take = { file: File; url: string };

const countFrom = 3;
/** Longer than any video; a recorder that was forgotten ends here. */
const longestMs = 3 * 60_000;

/** One take after another: asks for the microphone, counts in, records, keeps the last take until the
 *  next. Everything is given back when the component goes. */
export function useRecorder(begins: () => void, ends: () => void) {
  const [state, setState] = useState<RecorderState>({ step: 'asking' });
  const microphone = useRef<Microphone>(undefined);
  const recorder = useRef<MediaRecorder>(undefined);
  const ask = useCallback(() => {
    setState({ step: 'asking' });
    return openOne(microphone, setState);
  }, []);

  useEffect(() => ask(), [ask]);
  useEffect(() => counting(state, setState), [state]);
  useEffect(() => {
    if (state.step !== 'recorded') return undefined;
    const { url } = state.take;
    return () => URL.revokeObjectURL(url);
  }, [state]);

  const isDue = state.step === 'counting' && state.left === 0;
  useEffect(() => {
    const { current } = microphone;
    if (!isDue || !current) return;
    recorder.current = startTake(current.stream, (take) => {
      ends();
      setState(take ? { step: 'recorded', take } : { step: 'refused', why: 'busy' });
    });
    if (!recorder.current) return;
    setState({ step: 'recording', sinceAt: performance.now() });
    begins();
  }, [isDue, begins, ends]);

  return {
    state,
    ask,
    level: () => microphone.current?.level() ?? 0,
    start: () => setState({ step: 'counting', left: countFrom }),
    stop: () => (recorder.current?.state === 'recording' ? recorder.current.stop() : undefined),
    again: () => setState({ step: 'ready' }),
  };
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
  const limit = setTimeout(() => recorder.state === 'recording' && recorder.stop(), longestMs);
  recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data));
  recorder.addEventListener('stop', () => {
    clearTimeout(limit);
    const file = new File(pieces, `voice.${kind.extension}`, { type: kind.mime });
    done(file.size > 0 ? { file, url: URL.createObjectURL(file) } : undefined);
  });
  recorder.start();
  return recorder;
}
