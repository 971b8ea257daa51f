import type { Canvas } from '@napi-rs/canvas';
import type PDFDocument from 'pdfkit';
import type { DrawContext, DrawGradient } from '../../../../shared/scene/draw-context.ts';

type Pdf = InstanceType<typeof PDFDocument>;
type Step = (pdf: Pdf) => void;
type Stop = { offset: number; colour: string };
type Gradient = DrawGradient & { from: [number, number]; to: [number, number]; stops: Stop[] };
type Look = Pick<
  DrawContext,
  'globalAlpha' | 'fillStyle' | 'strokeStyle' | 'lineWidth' | 'lineJoin' | 'lineCap'
>;

const usual: Look = {
  globalAlpha: 1,
  fillStyle: '#000000',
  strokeStyle: '#000000',
  lineWidth: 1,
  lineJoin: 'miter',
  lineCap: 'butt',
};
const degrees = 180 / Math.PI;

/** Draws what drawScene draws on a page of a PDF: outlines and shapes stay lines and curves, photos are
 *  put in as they are. It knows neither blending nor shadows; scenes with those are drawn as a picture. */
export function createPdfContext(pdf: Pdf): DrawContext {
  const looks: Look[] = [];
  let path: Step[] = [];
  const trace = (step: Step): void => void path.push(step);
  const replay = (): void => path.forEach((step) => step(pdf));

  const context: DrawContext = {
    ...usual,
    globalCompositeOperation: 'source-over',
    imageSmoothingEnabled: true,
    imageSmoothingQuality: 'high',
    shadowColor: 'transparent',
    shadowOffsetX: 0,
    shadowOffsetY: 0,
    shadowBlur: 0,
    save() {
      looks.push(lookOf(context));
      pdf.save();
    },
    restore() {
      Object.assign(context, looks.pop() ?? usual);
      pdf.restore();
    },
    translate: (x, y) => void pdf.translate(x, y),
    rotate: (angle) => void pdf.rotate(angle * degrees),
    scale: (x, y) => void pdf.scale(x, y),
    // Only asked for where layers are put together beside the picture: such scenes do not come here.
    getTransform: () => ({ a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 }),
    setTransform: () => {},
    beginPath: () => void (path = []),
    closePath: () => trace((to) => to.closePath()),
    moveTo: (x, y) => trace((to) => to.moveTo(x, y)),
    lineTo: (x, y) => trace((to) => to.lineTo(x, y)),
    quadraticCurveTo: (cx, cy, x, y) => trace((to) => to.quadraticCurveTo(cx, cy, x, y)),
    bezierCurveTo: (ax, ay, bx, by, x, y) => trace((to) => to.bezierCurveTo(ax, ay, bx, by, x, y)),
    rect: (x, y, width, height) => trace((to) => to.rect(x, y, width, height)),
    fillRect(x, y, width, height) {
      pdf.rect(x, y, width, height);
      fillWith(pdf, context);
    },
    clearRect: () => {},
    fill() {
      if (path.length === 0) return;
      replay();
      fillWith(pdf, context);
    },
    stroke() {
      const { colour, alpha } = readColour(context.strokeStyle);
      replay();
      pdf.lineWidth(context.lineWidth).strokeOpacity(alpha * context.globalAlpha);
      pdf.stroke(colour);
    },
    clip() {
      replay();
      pdf.clip();
    },
    createLinearGradient: (x0, y0, x1, y1) => createGradient([x0, y0], [x1, y1]),
    drawImage: (image: unknown, ...at: number[]) =>
      drawImage(pdf, image as Canvas, at, context.globalAlpha),
  };
  return context;
}

function lookOf(context: DrawContext): Look {
  const { globalAlpha, fillStyle, strokeStyle, lineWidth, lineJoin, lineCap } = context;
  return { globalAlpha, fillStyle, strokeStyle, lineWidth, lineJoin, lineCap };
}

function createGradient(from: [number, number], to: [number, number]): Gradient {
  const stops: Stop[] = [];
  return { from, to, stops, addColorStop: (offset, colour) => void stops.push({ offset, colour }) };
}

function fillWith(pdf: Pdf, { fillStyle, globalAlpha }: DrawContext): void {
  if (typeof fillStyle === 'string') {
    const { colour, alpha } = readColour(fillStyle);
    pdf.fillOpacity(alpha * globalAlpha).fill(colour);
    return;
  }
  const { from, to, stops } = fillStyle as Gradient;
  const gradient = pdf.linearGradient(...from, ...to);
  for (const stop of stops) {
    const { colour, alpha } = readColour(stop.colour);
    gradient.stop(stop.offset, colour, alpha * globalAlpha);
  }
  pdf.fillOpacity(1).fill(gradient);
}

/** `#RRGGBB` or `#RRGGBBAA`. */
function readColour(style: unknown): { colour: string; alpha: number } {
  const text = typeof style === 'string' ? style : '#000000';
  const alpha = text.length === 9 ? Number.parseInt(text.slice(7), 16) / 255 : 1;
  return { colour: text.slice(0, 7), alpha };
}

/** With four numbers the whole image into a box, with eight a part of it. */
function drawImage(pdf: Pdf, image: Canvas, at: readonly number[], alpha: number): void {
  const [a = 0, b = 0, c = image.width, d = image.height, x = 0, y = 0, w = 0, h = 0] = at;
  const isPart = at.length === 8;
  const box = isPart ? { x, y, w, h } : { x: a, y: b, w: c, h: d };
  pdf.save().rect(box.x, box.y, box.w, box.h).clip().fillOpacity(alpha);
  const scaleX = isPart ? w / c : c / image.width;
  const scaleY = isPart ? h / d : d / image.height;
  pdf.image(
    image.toBuffer('image/png'),
    box.x - (isPart ? a * scaleX : 0),
    box.y - (isPart ? b * scaleY : 0),
    {
      width: image.width * scaleX,
      height: image.height * scaleY,
    },
  );
  pdf.restore();
}
