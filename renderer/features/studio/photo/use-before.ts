import { useEffect, useState } from 'react';

/** The photo as it came, for as long as a button or the key B is held. */
export function useBefore() {
  const [isOn, setOn] = useState(false);
  useEffect(() => {
    const isKey = (event: KeyboardEvent) =>
      event.key.toLowerCase() === 'b' &&
      !event.ctrlKey &&
      !event.metaKey &&
      !(event.target instanceof HTMLInputElement && event.target.type === 'text');
    const press = (event: KeyboardEvent) => {
      if (isKey(event)) setOn(true);
    };
    const release = () => setOn(false);
    window.addEventListener('keydown', press);
    window.addEventListener('keyup', release);
    window.addEventListener('blur', release);
    return () => {
      window.removeEventListener('keydown', press);
      window.removeEventListener('keyup', release);
      window.removeEventListener('blur', release);
    };
  }, []);
  return {
    isOn,
    hold: {
      onPointerDown: () => setOn(true),
      onPointerUp: () => setOn(false),
      onPointerLeave: () => setOn(false),
    },
  };
}
