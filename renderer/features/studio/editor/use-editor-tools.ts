import { useEffect, useRef, useState } from 'react';

/** What the editor is at besides the picture itself: writing, framing a photo, which zones show. */
export function useEditorTools() {
  const [writing, write] = useState<string>();
  const [cropping, crop] = useState<string>();
  const [retouching, retouch] = useState<string>();
  const [zones, setZones] = useState<readonly string[]>([]);
  const [isHelping, setHelping] = useState(false);
  const panning = useSpaceKey();
  return {
    ...{ writing, write, cropping, crop, retouching, retouch, zones, isHelping, setHelping },
    isPanning: panning.isDown,
    isPanningNow: panning.now,
    toggleZone: (id: string) =>
      setZones((all) => (all.includes(id) ? all.filter((one) => one !== id) : [...all, id])),
    setZones,
  };
}

export type EditorTools = ReturnType<typeof useEditorTools>;

/** Space held down turns the hand into one that moves the view. */
function useSpaceKey(): { isDown: boolean; now: () => boolean } {
  const [isDown, setDown] = useState(false);
  const latest = useRef(false);
  useEffect(() => {
    const set = (next: boolean) => {
      latest.current = next;
      setDown(next);
    };
    const press = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const isOnStage = target === document.body || target.hasAttribute?.('data-stage');
      if (event.key !== ' ' || !isOnStage) return;
      event.preventDefault();
      set(true);
    };
    const release = (event: KeyboardEvent) => (event.key === ' ' ? set(false) : undefined);
    const leave = () => set(false);
    window.addEventListener('keydown', press);
    window.addEventListener('keyup', release);
    window.addEventListener('blur', leave);
    return () => {
      window.removeEventListener('keydown', press);
      window.removeEventListener('keyup', release);
      window.removeEventListener('blur', leave);
    };
  }, []);
  return { isDown, now: () => latest.current };
}
