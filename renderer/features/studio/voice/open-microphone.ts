/** Why nothing can be recorded: not allowed, no microphone there, or another program holds it. */
export type MicrophoneRefusal = 'denied' | 'none' | 'busy';

export type Microphone = {
  stream: MediaStream;
  /** How loud it is now, 0 to 1. */
  level: () => number;
  close: () => void;
};

/** Asks for the microphone. What one hears is what is there: nothing is pumped up or filtered away but
 *  the echo of the loudspeaker. Throws a refusal as its cause's name; see `refusalOf`. */
export async function openMicrophone(): Promise<Microphone> {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: false },
  });
  const context = new AudioContext();
  const ear = new AnalyserNode(context, { fftSize: 1024 });
  context.createMediaStreamSource(stream).connect(ear);
  const samples = new Float32Array(ear.fftSize);
  return {
    stream,
    level() {
      ear.getFloatTimeDomainData(samples);
      return levelFrac(samples);
    },
    close() {
      for (const track of stream.getTracks()) track.stop();
      void context.close();
    },
  };
}

const quietestDb = -54;

/** How high a meter stands for these samples: by ear, not by voltage. */
export function levelFrac(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const db = 10 * Math.log10(Math.max(power, 1e-12)) + 3;
  return Math.min(1, Math.max(0, 1 - db / quietestDb));
}

/** What a browser's refusal means to a person. */
export function refusalOf(error: unknown): MicrophoneRefusal {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'none';
}

/** The kinds of file that a browser may record, the best first. */
const kinds = [
  { mime: 'audio/webm;codecs=opus', extension: 'webm' },
  { mime: 'audio/ogg;codecs=opus', extension: 'ogg' },
  { mime: 'audio/mp4', extension: 'm4a' },
] as const;

export function recordingKind(isSupported: (mime: string) => boolean) {
  return kinds.find(({ mime }) => isSupported(mime));
}
