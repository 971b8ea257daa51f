import type { DrawContext } from './draw-context.ts';
import { placeQr, qrModules } from './qr-code.ts';
import type { Box, QrLayer } from './scene.ts';

/** Draws a code on its light ground. All dark modules are one path, so that no seam shines through
 *  between two of them when the picture is drawn smaller. */
export function drawQr(ctx: DrawContext, layer: QrLayer, box: Box): void {
  const rows = qrModules(layer.text);
  const { modulePx, quiet, sidePx } = placeQr({ ...layer, box }, rows?.length ?? 21);
  const left = box.xPx + Math.round((box.widthPx - sidePx) / 2);
  const top = box.yPx + Math.round((box.heightPx - sidePx) / 2);
  ctx.fillStyle = layer.light;
  ctx.fillRect(left, top, sidePx, sidePx);
  if (!rows) return;
  ctx.fillStyle = layer.dark;
  ctx.beginPath();
  for (const [row, modules] of rows.entries())
    for (const { from, to } of stretches(modules))
      ctx.rect(
        left + (from + quiet) * modulePx,
        top + (row + quiet) * modulePx,
        (to - from) * modulePx,
        modulePx,
      );
  ctx.fill();
}

/** The dark stretches of a row. */
function stretches(modules: readonly boolean[]): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (const [at, isDark] of modules.entries()) {
    if (!isDark) continue;
    const last = found.at(-1);
    if (last?.to === at) last.to = at + 1;
    else found.push({ from: at, to: at + 1 });
  }
  return found;
}
