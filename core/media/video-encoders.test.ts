import { describe, expect, it } from 'vitest';
import { encodeArguments } from './ffmpeg-arguments.ts';
import {
  codingOf,
  hardwareEncoders,
  listedEncoders,
  softwareEncoder,
  type VideoEncoder,
} from './video-encoders.ts';

const plan = {
  ...{ widthPx: 1080, heightPx: 1920, framesPerSecond: 30 },
  ...{ frames: 450, outPath: '/films/a.mp4' },
};
const encoders: VideoEncoder[] = [softwareEncoder, ...hardwareEncoders];
const after = (args: string[], name: string) => args[args.indexOf(name) + 1];

describe.each(encoders)('%s', (encoder) => {
  const args = encodeArguments({ ...plan, encoder });

  it('makes what both networks take, within the same limits', () => {
    expect(after(args, '-c:v')).toBe(encoder);
    expect(['high', '100']).toContain(after(args, '-profile:v'));
    expect(after(args, '-maxrate')).toBe('12000000');
    expect(after(args, '-g')).toBe('60');
    expect(after(args, '-flags')).toBe('+cgop');
    expect(after(args, '-vf')).toMatch(
      /out_color_matrix=bt709:out_range=tv.*,format=(nv12|yuv420p)/,
    );
    expect(after(args, '-colorspace')).toBe('bt709');
    expect(args.filter((one) => one === '-c:v')).toHaveLength(1);
  });

  it('aims below its limit in a long film', () => {
    const bits = Number(after(codingOf(encoder, 3_000_000).options, '-maxrate'));
    const aimed = after(codingOf(encoder, 3_000_000).options, '-b:v');
    expect(bits).toBe(3_000_000);
    if (encoder !== softwareEncoder) expect(aimed).toBe('3000000');
  });
});

it('software is the one that is taken when none is named', () => {
  expect(encodeArguments(plan)).toEqual(encodeArguments({ ...plan, encoder: softwareEncoder }));
});

it('frames go up to the card before VAAPI sees them, and its device is named before its input', () => {
  const args = encodeArguments({ ...plan, encoder: 'h264_vaapi' });
  expect(after(args, '-vf')).toMatch(/format=nv12,hwupload$/);
  expect(args.indexOf('-vaapi_device')).toBeLessThan(args.indexOf('-i'));
});

it('reads which encoders a program was built with', () => {
  const listing = [
    ' V....D libx264              libx264 H.264 (codec h264)',
    ' V....D h264_nvenc           NVIDIA NVENC H.264 encoder (codec h264)',
    ' V..... h264_v4l2m2m         V4L2 mem2mem H.264 encoder wrapper (codec h264)',
    ' V....D hevc_vaapi           not h264_vaapi (codec hevc)',
    ' V..... h264_qsv             H.264 (Intel Quick Sync Video acceleration) (codec h264)',
  ].join('\n');
  expect(listedEncoders(listing)).toEqual(['h264_nvenc', 'h264_qsv']);
});
