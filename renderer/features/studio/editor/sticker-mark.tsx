import type { Scene } from '../../../../shared/scene/scene.ts';
import type { Sticker } from '../../../../shared/scene/stickers/sticker.ts';
import { SceneCanvas } from '../../../ui/scene-canvas.tsx';

/** A drawing small, drawn as it will be in the picture. */
export function StickerMark({ sticker }: { sticker: Sticker }) {
  const sidePx = 144;
  const scene: Scene = {
    ...{ format: '1:1', widthPx: sidePx, heightPx: sidePx, durationMs: 0, background: '#FFFFFF' },
    layers: [
      {
        ...{ id: 'mark', kind: 'sticker', stickerId: sticker.id, colour: sticker.colour },
        box: { xPx: 12, yPx: 12, widthPx: sidePx - 24, heightPx: sidePx - 24 },
      },
    ],
  };
  return <SceneCanvas scene={scene} sources={{}} label="" />;
}
