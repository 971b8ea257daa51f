export type PostKind = 'post' | 'reel' | 'story';

/** How a network shows it: on Instagram a single video is a reel, whatever it was called. */
export function phoneKind(
  asked: PostKind | undefined,
  network: 'facebook' | 'instagram',
  media: readonly { asset: { kind: string } }[],
): PostKind {
  if (asked === 'story' || asked === 'reel') return asked;
  const isLoneVideo = media.length === 1 && media[0]?.asset.kind === 'video';
  return network === 'instagram' && isLoneVideo ? 'reel' : 'post';
}
