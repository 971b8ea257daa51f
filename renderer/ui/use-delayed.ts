import { useEffect, useState } from 'react';

/** True once `on` has held for `delayMs`, so that quick answers never flash a skeleton. */
export function useDelayed(on: boolean, delayMs = 150): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!on) {
      setLate(false);
      return;
    }
    const timer = setTimeout(() => setLate(true), delayMs);
    return () => clearTimeout(timer);
  }, [on, delayMs]);
  return on && late;
}
