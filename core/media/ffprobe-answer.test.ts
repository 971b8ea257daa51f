import { describe, expect, it } from 'vitest';
import { readProbeAnswer } from './ffprobe-answer.ts';

const video = { codec_type: 'video', codec_name: 'h264', width: 1920, height: 1080 };
const answer = (...streams: object[]) =>
  JSON.stringify({ streams, format: { duration: '12.480000' } });

describe('what ffprobe says', () => {
  it('is read in our units', () => {
    const audio = { codec_type: 'audio', codec_name: 'aac', sample_rate: '48000' };
    expect(
      readProbeAnswer(answer({ ...video, nb_frames: '374', avg_frame_rate: '30000/1001' }, audio)),
    ).toMatchObject({
      durationMs: 12_480,
      streamCount: 2,
      video: { codec: 'h264', widthPx: 1920, heightPx: 1080, frames: 374 },
      audio: { codec: 'aac', sampleRateHz: 48_000 },
    });
  });

  it('turns a phone film upright, as old and new ffprobe say it', () => {
    const upright = { widthPx: 1080, heightPx: 1920 };
    const sideData = { ...video, side_data_list: [{ rotation: -90 }] };
    const tag = { ...video, tags: { rotate: '90' } };
    expect(readProbeAnswer(answer(sideData))?.video).toMatchObject(upright);
    expect(readProbeAnswer(answer(tag))?.video).toMatchObject(upright);
    expect(readProbeAnswer(answer({ ...video, tags: { rotate: '180' } }))?.video).toMatchObject({
      widthPx: 1920,
    });
  });

  it('survives odd answers', () => {
    expect(readProbeAnswer('')).toBeUndefined();
    expect(readProbeAnswer('{"streams": 3}')).toBeUndefined();
    expect(readProbeAnswer('{}')).toMatchObject({ durationMs: 0, streamCount: 0 });
    expect(
      readProbeAnswer(answer({ ...video, avg_frame_rate: '0/0' }))?.video?.framesPerSecond,
    ).toBe(0);
    const noLength = JSON.stringify({ streams: [video], format: { duration: 'N/A' } });
    expect(readProbeAnswer(noLength)?.durationMs).toBe(0);
  });
});
