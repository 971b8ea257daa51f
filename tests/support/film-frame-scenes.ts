// Moments of films in which something moves in every way that it can, for comparing two canvas engines.
import type { Layer, Motion, Scene, TextStyle, Transition } from '../../shared/scene/scene.ts';

const sizePx = 640;
const whole = { xPx: 0, yPx: 0, widthPx: sizePx, heightPx: sizePx };
const style: TextStyle = {
  font: { family: 'Fraunces', weight: 600 },
  sizePx: 54,
  minSizePx: 20,
  colour: '#FFFFFF',
  align: 'center',
  vertical: 'middle',
  maxLines: 2,
  lineHeight: 1.1,
};
const words = { kind: 'text', text: 'Été 🌿 à la serre, زنبق', style } as const;

const comes = { when: 'in', durationMs: 1000 } as const;

export type MovingScene = { scene: Scene; moments: number[] };

/** By name: a scene, and the moments at which it is in the midst of its movement. */
export function filmFrameScenes(photoId: string, nextPhotoId: string): Record<string, MovingScene> {
  const passage = (transition: Transition) => passageScene(photoId, nextPhotoId, transition);
  const ms = { durationMs: 600 };
  return {
    'cross-fade': passage({ kind: 'cross-fade', ...ms }),
    'slide from the right': passage({ kind: 'slide', side: 'right', ...ms }),
    'slide from above': passage({ kind: 'slide', side: 'top', ...ms }),
    zoom: passage({ kind: 'zoom', ...ms }),
    'wipe of a part': passage({ kind: 'wipe', side: 'bottom', ...ms }),
    'travel between pixels': travelScene(photoId, 0.8),
    'travel that comes closer': travelScene(photoId, 0.93),
    'wipe of words': motionScene({ ...comes, kind: 'wipe', side: 'left' }),
    typewriter: motionScene({ ...comes, kind: 'typewriter', easing: 'linear' }),
    slide: motionScene({ ...comes, kind: 'slide', dxPx: 0, dyPx: 60 }),
    counter: counterScene(),
  };
}

function sceneOf(layers: Layer[], more: Partial<Scene> = {}): Scene {
  const size = { format: '1:1', widthPx: sizePx, heightPx: sizePx } as const;
  return { ...size, durationMs: 2000, background: '#24402F', layers, ...more };
}

function passageScene(before: string, after: string, transition: Transition): MovingScene {
  const photo = { kind: 'photo', box: whole } as const;
  const over = { ...words, box: { ...whole, yPx: 380, heightPx: 180 } };
  const scene = sceneOf(
    [
      { ...photo, id: 'a', photoId: before, part: 0, outMs: 1600 },
      { ...over, id: 'b', part: 0, outMs: 1600 },
      { ...photo, id: 'c', photoId: after, part: 1, inMs: 1000 },
      { ...over, id: 'd', part: 1, inMs: 1000, text: '12,90 €' },
    ],
    {
      parts: [
        { startMs: 0, endMs: 1000 },
        { startMs: 1000, endMs: 2000, transition },
      ],
    },
  );
  return { scene, moments: [1100, 1300, 1500] };
}

function travelScene(photoId: string, share: number): MovingScene {
  const from = { xFrac: 0.01, yFrac: 0.02, widthFrac: 0.8, heightFrac: 0.8 };
  const to = { xFrac: 0.057, yFrac: 0.041, widthFrac: share, heightFrac: share };
  const travel = { from, to, easing: 'ease-in-out' } as const;
  const scene = sceneOf([{ id: 'p', kind: 'photo', photoId, box: whole, travel }]);
  return { scene, moments: [300, 1000, 1433] };
}

function motionScene(motion: Motion): MovingScene {
  const motions = [motion];
  return { scene: sceneOf([{ ...words, id: 'w', box: whole, motions }]), moments: [200, 500, 900] };
}

function counterScene(): MovingScene {
  const counter: Motion = { ...comes, kind: 'counter', fromText: '29,90 €' };
  const price = { id: 'p', kind: 'price', text: '12,90 €', box: whole, style } as const;
  return { scene: sceneOf([{ ...price, motions: [counter] }]), moments: [100, 400, 700] };
}
