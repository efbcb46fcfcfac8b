import { useEffect, useState } from 'react';

const touches = ['pointerdown', 'keydown'] as const;

/** Whether the user has done anything on this page. */
export function useWasTouched(): boolean {
  const [wasTouched, setWasTouched] = useState(false);
  useEffect(() => {
    const note = () => setWasTouched(true);
    for (const touch of touches) window.addEventListener(touch, note, { once: true });
    return () => touches.forEach((touch) => window.removeEventListener(touch, note));
  }, []);
  return wasTouched;
}
