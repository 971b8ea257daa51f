import type { SceneAudio } from '../../../shared/scene/scene.ts';

/** How loud the music is at `timeMs` of the scene, 0 to 1: it comes and goes as in the export. */
export function soundLevel(audio: SceneAudio, timeMs: number, durationMs: number): number {
  const fadeIn = audio.fadeInMs > 0 ? timeMs / audio.fadeInMs : 1;
  const fadeOut = audio.fadeOutMs > 0 ? (durationMs - timeMs) / audio.fadeOutMs : 1;
  const level = audio.volume * Math.min(1, fadeIn, fadeOut);
  return Math.min(1, Math.max(0, level));
}

/** `00:04,2`: minutes, seconds and tenths, as the shop writes decimals. */
export function clockText(timeMs: number, decimalMark: string): string {
  const tenths = Math.floor(timeMs / 100);
  const seconds = Math.floor(tenths / 10);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}${decimalMark}${tenths % 10}`;
}
