import type { LogoLayer } from '../scene.ts';
import type { Brand } from '../template.ts';
import { logoLayer, serif } from '../templates/parts.ts';
import type { VideoPlace } from '../templates/video-parts.ts';

/** The small logo that stays while the products pass. */
export function standingLogo(
  place: VideoPlace,
  brand: Brand,
  colour: string,
  size = 5.8,
): LogoLayer | undefined {
  const { frame, left, top } = place;
  const box = frame.box(left, top, Math.min(60, frame.width / 2), 9);
  const layer = logoLayer(frame, brand, box, { size, font: serif, colour });
  return layer && { ...layer, id: 'standing-logo' };
}
