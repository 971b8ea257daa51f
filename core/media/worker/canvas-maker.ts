import type { DrawContext } from '../../../shared/scene/draw-context.ts';
import type { CreateCanvas } from '../../../shared/scene/draw-group.ts';
import type { WorkerTools } from './worker-tools.ts';

/** Makes clear canvases for layers that are put together beside the picture. */
export async function canvasMaker(tools: WorkerTools): Promise<CreateCanvas> {
  const { createCanvas } = await tools.canvas();
  return (widthPx, heightPx) => {
    const canvas = createCanvas(widthPx, heightPx);
    return { image: canvas, ctx: canvas.getContext('2d') as unknown as DrawContext };
  };
}
