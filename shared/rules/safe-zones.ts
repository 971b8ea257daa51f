// What the networks lay over a picture or cut off it, as fractions of the picture. Stories and reels: the
// networks' own advice to advertisers (14 % at the top; at the foot 20 % of a story and 35 % of a reel;
// of a reel also 6 % at each side), checked 2026-11; the column of buttons at the right of a reel is
// measured at 12 % on common phones. The grid crops are those of the profile.

export type ZoneRect = { xFrac: number; yFrac: number; widthFrac: number; heightFrac: number };

/** Covered by words and buttons of the network, or cut away. */
export type ZoneKind = 'covered' | 'cut';

export type SafeZone = {
  id: string;
  network: 'facebook' | 'instagram' | 'both';
  kind: ZoneKind;
  /** Width by height of the pictures it holds for. */
  ratios: readonly string[];
  rects: readonly ZoneRect[];
  /** Seen is only what lies in this ellipse (of the profile picture). */
  circle?: ZoneRect;
};

const whole = (yFrac: number, heightFrac: number): ZoneRect => ({
  xFrac: 0,
  yFrac,
  widthFrac: 1,
  heightFrac,
});

/** Heads and feet of stories and reels, in fractions of the height, and the sides of a reel. */
export const storyBars = { topFrac: 0.14, footFrac: 0.2 };
export const reelBars = { topFrac: 0.14, footFrac: 0.35, leftFrac: 0.06, rightFrac: 0.12 };

export const safeZones: readonly SafeZone[] = [
  {
    id: 'story-bars',
    network: 'both',
    kind: 'covered',
    ratios: ['9:16'],
    rects: [whole(0, storyBars.topFrac), whole(1 - storyBars.footFrac, storyBars.footFrac)],
  },
  {
    id: 'reel-buttons',
    network: 'both',
    kind: 'covered',
    ratios: ['9:16'],
    rects: [
      whole(0, reelBars.topFrac),
      whole(1 - reelBars.footFrac, reelBars.footFrac),
      middleBand(0, reelBars.leftFrac),
      middleBand(1 - reelBars.rightFrac, reelBars.rightFrac),
    ],
  },
  {
    id: 'grid-3x4',
    network: 'instagram',
    kind: 'cut',
    ratios: ['9:16'],
    rects: cutTo(9 / 16, 3 / 4),
  },
  { id: 'grid-3x4', network: 'instagram', kind: 'cut', ratios: ['1:1'], rects: cutTo(1, 3 / 4) },
  {
    id: 'grid-3x4',
    network: 'instagram',
    kind: 'cut',
    ratios: ['4:5'],
    rects: cutTo(4 / 5, 3 / 4),
  },
  { id: 'grid-1x1', network: 'both', kind: 'cut', ratios: ['9:16'], rects: cutTo(9 / 16, 1) },
  { id: 'grid-1x1', network: 'both', kind: 'cut', ratios: ['4:5'], rects: cutTo(4 / 5, 1) },
  { id: 'grid-1x1', network: 'both', kind: 'cut', ratios: ['3:4'], rects: cutTo(3 / 4, 1) },
  { id: 'grid-1x1', network: 'both', kind: 'cut', ratios: ['2:3'], rects: cutTo(2 / 3, 1) },
  { id: 'grid-1x1', network: 'both', kind: 'cut', ratios: ['1.91:1'], rects: cutTo(1.91, 1) },
  // A Page shows 820 × 312 on a desk and 640 × 360 on a phone: the phone cuts the sides of the wide one.
  {
    id: 'cover-phone',
    network: 'facebook',
    kind: 'cut',
    ratios: ['page-cover'],
    rects: cutTo(1640 / 624, 640 / 360),
  },
  // The round profile picture stands over the foot of the cover, left of its middle on a phone.
  {
    id: 'cover-profile',
    network: 'facebook',
    kind: 'covered',
    ratios: ['page-cover'],
    rects: [{ xFrac: 0.02, yFrac: 0.72, widthFrac: 0.2, heightFrac: 0.28 }],
  },
  {
    id: 'profile-circle',
    network: 'both',
    kind: 'cut',
    ratios: ['1:1'],
    rects: [],
    circle: whole(0, 1),
  },
];

/** The zones of a format, as the editor draws them over the picture. */
export function safeZonesOf(format: string): readonly SafeZone[] {
  return safeZones.filter((zone) => zone.ratios.includes(format));
}

/** Words and prices of a 9:16 picture stand in here: free in a story and in a reel. */
export const freeOfBars: ZoneRect = {
  xFrac: reelBars.leftFrac,
  yFrac: reelBars.topFrac,
  widthFrac: 1 - reelBars.leftFrac - reelBars.rightFrac,
  heightFrac: 1 - reelBars.topFrac - reelBars.footFrac,
};

/** A band at one side of a reel, between its head and its foot. */
function middleBand(xFrac: number, widthFrac: number): ZoneRect {
  return {
    xFrac,
    yFrac: reelBars.topFrac,
    widthFrac,
    heightFrac: 1 - reelBars.topFrac - reelBars.footFrac,
  };
}

/** What is lost when a picture of one ratio is shown in the middle of another. */
function cutTo(ratio: number, shown: number): ZoneRect[] {
  if (ratio > shown) {
    const side = (1 - shown / ratio) / 2;
    return [
      { xFrac: 0, yFrac: 0, widthFrac: side, heightFrac: 1 },
      { xFrac: 1 - side, yFrac: 0, widthFrac: side, heightFrac: 1 },
    ];
  }
  const band = (1 - ratio / shown) / 2;
  return [whole(0, band), whole(1 - band, band)];
}
