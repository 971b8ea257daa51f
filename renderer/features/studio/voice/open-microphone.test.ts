import { describe, expect, test } from 'vitest';
import { levelFrac, recordingKind, refusalOf } from './open-microphone.ts';

const tone = (level: number) =>
  Float32Array.from({ length: 960 }, (_, at) => level * Math.sin(at / 7));

describe('the microphone', () => {
  test('is measured by ear: silence is nothing, full scale is all, half as loud is a little less', () => {
    expect(levelFrac(new Float32Array(960))).toBe(0);
    expect(levelFrac(tone(1))).toBeGreaterThan(0.98);
    const [loud, half] = [levelFrac(tone(0.5)), levelFrac(tone(0.25))];
    expect(loud - half).toBeCloseTo(6 / 54, 1);
  });

  test('that is not given says why', () => {
    const named = (name: string) => Object.assign(new Error('no'), { name });
    expect(refusalOf(named('NotAllowedError'))).toBe('denied');
    expect(refusalOf(named('NotFoundError'))).toBe('none');
    expect(refusalOf(named('NotReadableError'))).toBe('busy');
    expect(refusalOf(undefined)).toBe('none');
  });

  test('is recorded in the best kind that the browser writes, or not at all', () => {
    expect(recordingKind(() => true)?.extension).toBe('webm');
    expect(recordingKind((mime) => mime === 'audio/mp4')?.extension).toBe('m4a');
    expect(recordingKind(() => false)).toBeUndefined();
  });
});
