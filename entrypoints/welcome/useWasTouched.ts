import { useEffect, useState } from 'react';

const touches = ['pointerdown', 'keydown'] as const;

/** Whether the user has done anything on this page, or has come back to it. */
export function useWasTouched(): boolean {
  const [wasTouched, setWasTouched] = useState(false);
  useEffect(() => {
    const note = () => setWasTouched(true);
    const noteReturn = () => {
      if (document.visibilityState === 'visible') note();
    };
    document.addEventListener('visibilitychange', noteReturn);
    for (const touch of touches) window.addEventListener(touch, note, { once: true });
    return () => {
      touches.forEach((touch) => window.removeEventListener(touch, note));
      document.removeEventListener('visibilitychange', noteReturn);
    };
  }, []);
  return wasTouched;
}
