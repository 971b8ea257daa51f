// Clips of both networks over real HTTP against the simulator, made by the real ffmpeg.
import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findFfmpeg } from '../../../core/media/find-ffmpeg.ts';
import { createMediaFactory } from '../../../tests/support/media-factory.ts';
import { startPractice, type PracticeForTests } from '../../../tests/support/practice.ts';
import type { GraphClient } from './client-types.ts';
import { must } from '../test-support/read-result.ts';

let practice: PracticeForTests;
let page: GraphClient;
let clip: string;
let pageId: string;
let igId: string;

beforeAll(async () => {
  practice = await startPractice();
  page = practice.client();
  pageId = practice.ready.page.id;
  igId = practice.ready.instagram.id;
  const { ffmpegPath } = await findFfmpeg();
  const make = createMediaFactory(mkdtempSync(join(tmpdir(), 'graph-clips-')));
  clip = make.video(ffmpegPath, 'clip.mp4', 5);
});
afterAll(() => practice.close());
beforeEach(() => practice.control.clearFaults());

const effectsOf = async (key: 'videoId' | 'containerId', id: string) =>
  (await practice.control.ledger()).filter((one) => one[key] === id);

test('a feed video goes up in windows, stays hidden, and is shown once', async () => {
  const started = must(await page.startVideo({ pageId, sizeBytes: statSync(clip).size }));
  const { videoId, sessionId } = started;
  let { startOffset, endOffset } = started;
  let windows = 0;
  while (startOffset < endOffset && windows < 1000) {
    const part = { pageId, sessionId, filePath: clip, startOffset, endOffset };
    ({ startOffset, endOffset } = must(await page.transferVideo(part)));
    windows += 1;
  }
  must(await page.finishVideo({ pageId, sessionId, title: 'Clip', description: 'Cinq secondes' }));
  await practice.control.advance(10 * 60_000);
  expect(must(await page.readVideo(videoId))).toMatchObject({
    status: 'ready',
    isPublished: false,
  });
  expect(await effectsOf('videoId', videoId)).toHaveLength(0);
  must(await page.publishVideo(videoId));
  must(await page.publishVideo(videoId));
  const shown = must(await page.readVideo(videoId));
  expect(shown.isPublished).toBe(true);
  expect(shown.permalink).toContain('http');
  expect(await effectsOf('videoId', videoId)).toHaveLength(1);
});

test('F80 a window at the wrong place says where to go on', async () => {
  const started = must(await page.startVideo({ pageId, sizeBytes: statSync(clip).size }));
  const { sessionId, endOffset } = started;
  const wrong = { pageId, sessionId, filePath: clip, startOffset: 7, endOffset };
  expect(await page.transferVideo(wrong)).toMatchObject({
    ok: false,
    failure: { meaning: 'upload-offset', reaction: 'retry', resumeAtBytes: 0 },
  });
});

test('a reel goes up in one piece and is shown by its finish', async () => {
  const { videoId, uploadUrl } = must(await page.startReel({ pageId }));
  must(await page.uploadReelBytes({ uploadUrl, filePath: clip }));
  expect(must(await page.readVideo(videoId)).uploadedBytes).toBe(statSync(clip).size);
  must(await page.finishReel({ pageId, videoId, description: 'Un reel' }));
  await practice.control.advance(10 * 60_000);
  const shown = must(await page.readVideo(videoId));
  expect(shown.publishingPhase).toMatch(/^complete/);
  expect(await effectsOf('videoId', videoId)).toHaveLength(1);
});

test('a video story is shown by its finish', async () => {
  const { videoId, uploadUrl } = must(await page.startVideoStory({ pageId }));
  must(await page.uploadReelBytes({ uploadUrl, filePath: clip }));
  must(await page.finishVideoStory({ pageId, videoId }));
  await practice.control.advance(10 * 60_000);
  const stories = must(await page.pageStories({ pageId }));
  expect(stories.items.map((one) => one.mediaId)).toContain(videoId);
});

test('an Instagram reel goes up after its container and is published once', async () => {
  const made = must(
    await page.createReelContainer({ igId, caption: 'Un reel', shareToFeed: true }),
  );
  const { containerId, uploadUrl } = made;
  must(await page.uploadContainerBytes({ uploadUrl, filePath: clip }));
  await practice.control.advance(10 * 60_000);
  expect(must(await page.readContainer(containerId)).statusCode).toBe('FINISHED');
  const { mediaId } = must(await page.publishContainer({ igId, containerId }));
  expect(must(await page.readMedia(mediaId))).toMatchObject({
    productType: 'REELS',
    caption: 'Un reel',
  });
  expect(await effectsOf('containerId', containerId)).toHaveLength(1);
});

test('F80 an upload that broke goes on from the bytes the network has', async () => {
  const { containerId, uploadUrl } = must(
    await page.createReelContainer({ igId, caption: 'In two' }),
  );
  await practice.control.fault({ edge: 'POST /rupload/*', mode: 'reset-mid-upload', count: 1 });
  expect(await page.uploadContainerBytes({ uploadUrl, filePath: clip })).toMatchObject({
    ok: false,
    failure: { outcome: 'unknown', reaction: 'retry' },
  });
  const offset = must(await page.readContainer(containerId)).uploadedBytes ?? 0;
  expect(offset).toBeGreaterThan(0);
  expect(offset).toBeLessThan(statSync(clip).size);
  must(await page.uploadContainerBytes({ uploadUrl, filePath: clip, offset }));
  await practice.control.advance(10 * 60_000);
  expect(must(await page.readContainer(containerId)).statusCode).toBe('FINISHED');
});
