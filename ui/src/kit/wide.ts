import { useSyncExternalStore } from 'react';

/** From here on there is room for a preview beside the list; the style sheet uses the same width. */
const WIDE = '(min-width: 75rem)';

const subscribe = (watch: () => void) => {
  const query = matchMedia(WIDE);
  query.addEventListener('change', watch);
  return () => query.removeEventListener('change', watch);
};

export const useIsWide = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(WIDE).matches);
