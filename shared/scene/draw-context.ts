// What drawScene needs of a 2D canvas. Chromium's and @napi-rs/canvas's contexts both have it.

export type DrawGradient = { addColorStop(offset: number, colour: string): void };

export type DrawContext = {
  globalAlpha: number;
  globalCompositeOperation: string;
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  lineJoin: string;
  lineCap: string;
  imageSmoothingEnabled: boolean;
  imageSmoothingQuality: string;
  // Only where a host has canvases beside its own: a page to be printed has none.
  shadowColor?: string;
  shadowOffsetX?: number;
  shadowOffsetY?: number;
  shadowBlur?: number;
  save(): void;
  restore(): void;
  translate(x: number, y: number): void;
  rotate(angle: number): void;
  scale(x: number, y: number): void;
  getTransform?(): { a: number; b: number; c: number; d: number; e: number; f: number };
  setTransform?(a: number, b: number, c: number, d: number, e: number, f: number): void;
  beginPath(): void;
  closePath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void;
  bezierCurveTo(c1x: number, c1y: number, c2x: number, c2y: number, x: number, y: number): void;
  rect(x: number, y: number, width: number, height: number): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  clearRect(x: number, y: number, width: number, height: number): void;
  fill(): void;
  stroke(): void;
  clip(): void;
  createLinearGradient(x0: number, y0: number, x1: number, y1: number): DrawGradient;
  drawImage(image: never, dx: number, dy: number): void;
  drawImage(image: never, dx: number, dy: number, dw: number, dh: number): void;
  drawImage(
    image: never,
    sx: number,
    sy: number,
    sw: number,
    sh: number,
    dx: number,
    dy: number,
    dw: number,
    dh: number,
  ): void;
};

/** A photo already cropped and scaled as its request says. `image` is what the context draws. */
export type ScenePhoto = {
  readonly image: unknown;
  widthPx: number;
  heightPx: number;
  /** Lays the pixels down as they are where the host does that quicker than drawing. For opaque photos
   *  that stand upright, unscaled and uncut: it knows nothing of alpha, clip or transform. */
  stamp?: ((ctx: DrawContext, xPx: number, yPx: number) => void) | undefined;
};

/** One frame of a film; `seen` is the part of the image that fills the layer's box. */
export type ClipFrame = {
  readonly image: unknown;
  seen: { xPx: number; yPx: number; widthPx: number; heightPx: number };
};
